<?php
/**
 * What the old Flattr plugin has kept with posts.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Settings;
use Obolus\Things\Category;
use Obolus\Things\Language;
use Obolus\Things\Post_Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders, PluginCheck.Security.DirectDB.UnescapedDBParameter -- WordPress has no question for the posts after one that have some meta, and each is asked once. The placeholders of a list are as many as what is in it.

/** Takes over what was chosen for single posts, some at a time; WP-Cron goes on. What was chosen here already stays. */
final class Flattr_Posts {

	public const HOOK   = 'obolus_take_over';
	public const OPTION = 'obolus_flattr_posts';

	private const KEYS     = array( '_flattr_btn_disabled', '_flattr_post_language', '_flattr_post_category', '_flattr_post_hidden', '_flattr_post_customurl' );
	private const MOST     = 200;
	private const PATIENCE = 10;

	/**
	 * What holds for all posts.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * How many posts one step takes.
	 *
	 * @var int
	 */
	private $most;

	/**
	 * Made of what it compares with.
	 *
	 * @param Settings $settings What holds for all posts.
	 * @param int      $most     How many posts one step takes.
	 */
	public function __construct( Settings $settings, int $most = self::MOST ) {
		$this->settings = $settings;
		$this->most     = $most;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( self::HOOK, array( $this, 'go_on' ) );
	}

	/** Begins with the first post. */
	public function begin(): void {
		update_option( self::OPTION, 0, false );
		$this->step();
	}

	/** Takes posts for some seconds, and lets WP-Cron take the others. */
	public function go_on(): void {
		$until = time() + self::PATIENCE;
		do {
			$more = $this->step();
		} while ( $more && time() < $until );
	}

	/** Takes the next posts; whether there may be more, for which WP-Cron comes. */
	private function step(): bool {
		$cursor = get_option( self::OPTION, false );
		$posts  = is_numeric( $cursor ) ? $this->after( (int) $cursor ) : array();
		wp_clear_scheduled_hook( self::HOOK );
		if ( array() === $posts ) {
			delete_option( self::OPTION );
			return false;
		}
		// First of all: a step that dies is followed by another.
		wp_schedule_single_event( time() + MINUTE_IN_SECONDS, self::HOOK );
		_prime_post_caches( $posts, false );
		array_map( array( $this, 'take' ), $posts );
		update_option( self::OPTION, end( $posts ), false );
		return true;
	}

	/**
	 * Takes over what was chosen for one post.
	 *
	 * @param int $post Its number.
	 */
	private function take( int $post ): void {
		foreach ( $this->chosen( $post ) as $name => $value ) {
			if ( '' !== $value && '' === Post_Settings::get( $post, $name ) ) {
				Post_Settings::set( $post, $name, $value );
			}
		}
	}

	/**
	 * What was chosen for one post and is not as all posts have it: that plugin kept its fields with each post.
	 *
	 * @param int $post Its number.
	 * @return array<string, string>
	 */
	private function chosen( int $post ): array {
		list( $off, $language, $category, $hidden, $url ) = array_map( static fn ( string $key ): string => self::meta( $post, $key ), self::KEYS );

		$hidden = '' === $hidden ? '' : (string) (int) Flattr_Settings::is( $hidden );
		return array(
			'off'      => Flattr_Settings::is( $off ) ? '1' : '',
			'language' => $this->differing( 'language', Language::of( $language ) ),
			'category' => $this->differing( 'category', Category::of( $category ) ),
			'hidden'   => '' === $hidden || (bool) $hidden === (bool) $this->settings->get( 'hidden' ) ? '' : $hidden,
			// Here that is for those who may edit the posts of others.
			'url'      => user_can( (int) get_post_field( 'post_author', $post ), 'edit_others_posts' ) ? $url : '',
		);
	}

	/**
	 * A value, unless all posts have it.
	 *
	 * @param string $name  Of a setting.
	 * @param string $value Of a post.
	 */
	private function differing( string $name, string $value ): string {
		return $value === $this->settings->get( $name ) ? '' : $value;
	}

	/**
	 * A meta of that plugin as text.
	 *
	 * @param int    $post The post's number.
	 * @param string $key  Of the meta.
	 */
	private static function meta( int $post, string $key ): string {
		$kept = get_post_meta( $post, $key, true );
		return is_scalar( $kept ) ? trim( (string) $kept ) : '';
	}

	/**
	 * The posts with such meta after one, by their numbers.
	 *
	 * @param int $cursor The one.
	 * @return int[]
	 */
	private function after( int $cursor ): array {
		global $wpdb;
		return array_map(
			'intval',
			$wpdb->get_col(
				$wpdb->prepare(
					"SELECT DISTINCT post_id FROM {$wpdb->postmeta} WHERE post_id > %d AND meta_key IN ( "
						. implode( ',', array_fill( 0, count( self::KEYS ), '%s' ) ) . ' ) ORDER BY post_id LIMIT %d',
					array_merge( array( $cursor ), self::KEYS, array( $this->most ) )
				)
			)
		);
	}
}
