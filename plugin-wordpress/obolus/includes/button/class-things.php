<?php
/**
 * What of this site can be flattred.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Authors\Author_Settings;
use Obolus\Connection\Connection;
use Obolus\Things\Draft;
use Obolus\Things\Post_Settings;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The things of this site: its posts, and itself. */
final class Things {

	/** What is chosen for one post, and said with its button. */
	private const CHOSEN = array( 'language', 'category', 'hidden' );

	/**
	 * As whom the site is connected.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it reads.
	 *
	 * @param Connection $connection As whom the site is connected.
	 */
	public function __construct( Connection $connection ) {
		$this->connection = $connection;
	}

	/**
	 * The thing that a post is; none when it has no button, or this reader may not read it.
	 *
	 * @param mixed                $post A post, its number, or nothing for that of the loop.
	 * @param array<string, mixed> $said What is said instead of what the post says.
	 */
	public function of_post( $post = null, array $said = array() ): ?Thing {
		$post = get_post( $post );
		if ( ! $post instanceof WP_Post || ! $this->is_open( $post ) ) {
			return null;
		}
		return Thing::at( Draft::address( $post ), $said + $this->said_by( $post ), Author_Settings::get( (int) $post->post_author, 'layout' ) );
	}

	/** The site itself. */
	public function of_site(): ?Thing {
		return Thing::at(
			home_url( '/' ),
			array(
				'user'  => $this->connection->username(),
				'title' => self::plain( get_option( 'blogname', '' ) ),
			)
		);
	}

	/**
	 * Another address.
	 *
	 * @param mixed                $address Where it is.
	 * @param array<string, mixed> $said    What is said of it.
	 */
	public function at( $address, array $said = array() ): ?Thing {
		return Thing::at( $address, $said + array( 'user' => $this->connection->username() ) );
	}

	/**
	 * Text as people read it, of what WordPress keeps as HTML.
	 *
	 * @param mixed $html As it is kept.
	 */
	public static function plain( $html ): string {
		$text = wp_strip_all_tags( is_string( $html ) ? $html : '', true );
		return html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/**
	 * What a post says of itself.
	 *
	 * @param WP_Post $post The post.
	 * @return array<string, mixed> As Thing::at() takes it.
	 */
	private function said_by( WP_Post $post ): array {
		/**
		 * The username at the server for whom the button of a post is.
		 *
		 * @param string  $username As whom the site is connected.
		 * @param WP_Post $post     The post.
		 */
		$user = apply_filters( 'obolus_button_user', $this->connection->username(), $post );
		$said = array(
			'user'  => $user,
			'title' => self::plain( $post->post_title ),
		);
		foreach ( self::CHOSEN as $name ) {
			$said[ $name ] = Post_Settings::get( $post->ID, $name );
		}
		return $said;
	}

	/**
	 * Whether a post can have a button for this reader: it is published, unlocked, and its writer has not said no, for this
	 * post or for all of theirs.
	 *
	 * @param WP_Post $post The post.
	 */
	private function is_open( WP_Post $post ): bool {
		$is_off = '' !== Post_Settings::get( $post->ID, 'off' ) || '' !== Author_Settings::get( (int) $post->post_author, 'off' );
		if ( $is_off || post_password_required( $post ) ) {
			return false;
		}
		// The block editor asks how the button of a draft will look.
		return is_post_publicly_viewable( $post ) || ( wp_is_json_request() && current_user_can( 'edit_post', $post->ID ) );
	}
}
