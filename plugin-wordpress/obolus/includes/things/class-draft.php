<?php
/**
 * What is sent of a post.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Authors\Author_Settings;
use Obolus\Settings;
use Throwable;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A post as the server is to know it. */
final class Draft {

	private const TITLE       = array( 5, 100 );
	private const DESCRIPTION = array( 5, 1000 );

	/**
	 * What goes over the wire.
	 *
	 * @var array<string, mixed>
	 */
	public $body;

	/**
	 * Whether its address is another one than the post's own.
	 *
	 * @var bool
	 */
	public $is_elsewhere;

	/**
	 * Made of the parts.
	 *
	 * @param array<string, mixed> $body         What goes over the wire.
	 * @param bool                 $is_elsewhere Whether its address is another one than the post's own.
	 */
	private function __construct( array $body, bool $is_elsewhere ) {
		$this->body         = $body;
		$this->is_elsewhere = $is_elsewhere;
	}

	/**
	 * Of a post as it is now.
	 *
	 * @param WP_Post  $post     That is chosen.
	 * @param Settings $settings What the owner has chosen.
	 */
	public static function of( WP_Post $post, Settings $settings ): self {
		$hidden = Post_Settings::get( $post->ID, 'hidden' );
		$body   = array(
			'url'         => self::address( $post ),
			'title'       => self::title( $post ),
			'description' => self::description( $post ),
			'category'    => self::chosen( $post, 'category', $settings ),
			'language'    => self::chosen( $post, 'language', $settings ),
			'tags'        => array_map( array( Plain::class, 'sent' ), self::tags( $post, (string) $settings->get( 'extra_tags' ) ) ),
			'hidden'      => '' === $hidden ? (bool) $settings->get( 'hidden' ) : '1' === $hidden,
		);
		$body   = array_filter( $body, static fn ( $part ): bool => '' !== $part );
		// An empty one is sent too: it takes away what was there.
		$author = array( 'author' => Author_Settings::key_of( (int) $post->post_author ) );
		return new self( $body + $author, '' !== Post_Settings::get( $post->ID, 'url' ) );
	}

	/**
	 * The address at which a post is flattred: its own, or another one that was chosen.
	 *
	 * @param WP_Post $post Any.
	 */
	public static function address( WP_Post $post ): string {
		$other = Post_Settings::get( $post->ID, 'url' );
		return '' === $other ? (string) get_permalink( $post ) : $other;
	}

	/** The address. */
	public function url(): string {
		return (string) $this->body['url'];
	}

	/**
	 * The same for the same words at the same server in the same name.
	 *
	 * @param string $whom The server and the name.
	 */
	public function digest( string $whom ): string {
		return hash( 'sha256', $whom . "\n" . wp_json_encode( $this->body ) );
	}

	/**
	 * What is chosen for it, or for all.
	 *
	 * @param WP_Post  $post     Any.
	 * @param string   $name     Of a setting that both have.
	 * @param Settings $settings What the owner has chosen.
	 */
	private static function chosen( WP_Post $post, string $name, Settings $settings ): string {
		$own = Post_Settings::get( $post->ID, $name );
		return '' === $own ? (string) $settings->get( $name ) : $own;
	}

	/**
	 * Its title without HTML; with the name of the site when it is shorter than the server wants.
	 *
	 * @param WP_Post $post Any.
	 */
	private static function title( WP_Post $post ): string {
		list( $least, $most ) = self::TITLE;

		$title = Plain::line( (string) self::as_written( static fn () => get_the_title( $post ) ), $most );
		if ( mb_strlen( $title ) < $least ) {
			$title = trim( $title . ' – ' . Plain::line( (string) get_bloginfo( 'name' ), $most - 10 ), ' –' );
		}
		return mb_strlen( $title ) < $least ? '' : Plain::sent( $title );
	}

	/**
	 * WordPress's own excerpt; of a post with a password only that it has one, in place of what was known before.
	 *
	 * @param WP_Post $post Any.
	 */
	private static function description( WP_Post $post ): string {
		list( $least, $most ) = self::DESCRIPTION;

		$text = '' === $post->post_password ? self::excerpt( $post ) : __( 'This post is protected by a password.', 'obolus' );
		$text = Plain::line( $text, $most );
		return mb_strlen( $text ) < $least ? '' : Plain::sent( $text );
	}

	/**
	 * Made as a theme would show it in a list: the post is the current one, as other plugins expect it to be.
	 *
	 * @param WP_Post $post Any.
	 */
	private static function excerpt( WP_Post $post ): string {
		$before = $GLOBALS['post'] ?? null;
		// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- For as long as the excerpt is made, as a theme does it.
		$GLOBALS['post'] = $post;
		setup_postdata( $post );
		try {
			return (string) self::as_written( static fn () => get_the_excerpt( $post ) );
		} catch ( Throwable $fault ) {
			return $post->post_excerpt;
		} finally {
			// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- As it was.
			$GLOBALS['post'] = $before;
			if ( $before instanceof WP_Post ) {
				setup_postdata( $before );
			}
		}
	}

	/**
	 * Without what WordPress and themes put around it for their readers: "Protected:", "Continue reading".
	 *
	 * @param callable $read Reads it.
	 * @return mixed What was read.
	 */
	private static function as_written( callable $read ) {
		$bare = static fn (): string => '%s';
		$dots = static fn (): string => '…';
		add_filter( 'protected_title_format', $bare, PHP_INT_MAX );
		add_filter( 'private_title_format', $bare, PHP_INT_MAX );
		add_filter( 'excerpt_more', $dots, PHP_INT_MAX );
		try {
			return $read();
		} finally {
			remove_filter( 'protected_title_format', $bare, PHP_INT_MAX );
			remove_filter( 'private_title_format', $bare, PHP_INT_MAX );
			remove_filter( 'excerpt_more', $dots, PHP_INT_MAX );
		}
	}

	/**
	 * Its own tags, and then those of the site.
	 *
	 * @param WP_Post $post  Any.
	 * @param string  $extra With commas between.
	 * @return string[]
	 */
	private static function tags( WP_Post $post, string $extra ): array {
		$terms = get_the_terms( $post, 'post_tag' );
		$own   = is_array( $terms ) ? wp_list_pluck( $terms, 'name' ) : array();
		return Tags::of( array_merge( $own, Tags::split( $extra ) ) );
	}
}
