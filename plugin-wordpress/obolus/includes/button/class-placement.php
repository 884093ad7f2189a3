<?php
/**
 * Buttons that come by themselves.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Settings;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Adds the button to the content of posts, on the pages and in the types that the owner has chosen. */
final class Placement {

	/** After blocks, shortcodes and paragraphs, so that those in the content are known and nothing changes ours. */
	private const LATE = 30;

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * What can be flattred.
	 *
	 * @var Things
	 */
	private $things;

	/**
	 * What writes the button.
	 *
	 * @var Button
	 */
	private $button;

	/**
	 * Which posts have one.
	 *
	 * @var Once
	 */
	private $once;

	/**
	 * Made of what it uses.
	 *
	 * @param Settings $settings What the owner has chosen.
	 * @param Things   $things   What can be flattred.
	 * @param Button   $button   What writes the button.
	 * @param Once     $once     Which posts have one.
	 */
	public function __construct( Settings $settings, Things $things, Button $button, Once $once ) {
		$this->settings = $settings;
		$this->things   = $things;
		$this->button   = $button;
		$this->once     = $once;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'the_content', array( $this->once, 'begin' ), PHP_INT_MIN );
		add_filter( 'the_content', array( $this, 'add' ), self::LATE );
	}

	/**
	 * Adds the button to a content.
	 *
	 * @param mixed $content The content of the post of the loop.
	 * @return mixed With the button, where one belongs.
	 */
	public function add( $content ) {
		$post = get_post();
		if ( ! is_string( $content ) || ! $post instanceof WP_Post ) {
			return $content;
		}
		$placement = $this->settings->get( 'placement' );
		if ( 'off' === $placement || ! $this->is_wanted( $post ) ) {
			return $content;
		}
		$thing = $this->things->of_post( $post );
		if ( null === $thing || ! $this->once->may_stand( $thing->url() ) ) {
			return $content;
		}
		$button = $this->button->of( $thing );
		if ( '' === $button ) {
			return $content;
		}
		$button = "<p class=\"obolus-button\">$button</p>\n";
		return 'before' === $placement ? $button . $content : rtrim( $content ) . "\n" . $button;
	}

	/**
	 * Whether this page shows the post itself, and the owner wants a button there.
	 *
	 * @param WP_Post $post The post of the loop.
	 */
	private function is_wanted( WP_Post $post ): bool {
		if ( ! $this->once->is_own() || ! $this->once->is_for_readers() ) {
			return false;
		}
		if ( ! in_array( $post->post_type, (array) $this->settings->get( 'button_types' ), true ) ) {
			return false;
		}
		return $this->is_of_this_page( $post ) && ( is_singular() || (bool) $this->settings->get( 'front_page' ) );
	}

	/**
	 * Whether the page is about the post, rather than having it in a list beside it.
	 *
	 * @param WP_Post $post The post of the loop.
	 */
	private function is_of_this_page( WP_Post $post ): bool {
		global $wp_the_query;
		return in_array( $post->ID, array_map( 'intval', wp_list_pluck( (array) ( $wp_the_query->posts ?? array() ), 'ID' ) ), true );
	}
}
