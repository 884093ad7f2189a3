<?php
/**
 * Sees to it that a post has one button.
 *
 * @package Obolus
 */

namespace Obolus\Button;

/** Knows on this page which posts have their button, and who has put it there. */
final class Once {

	/**
	 * Posts whose button somebody has put beside the content: a theme, or a block of a template.
	 *
	 * @var array<int, bool>
	 */
	private $beside = array();

	/**
	 * Posts whose button is in the content that is being made now: a block or a shortcode of its writer.
	 *
	 * @var array<int, bool>
	 */
	private $within = array();

	/**
	 * Posts to whose content the plugin has added the button.
	 *
	 * @var array<int, bool>
	 */
	private $added = array();

	/**
	 * Whether a button may stand where somebody wants it; from then on it is known.
	 *
	 * @param int $post The post.
	 */
	public function by_hand( int $post ): bool {
		if ( doing_filter( 'the_content' ) ) {
			$this->within[ $post ] = true;
			return true;
		}
		if ( isset( $this->added[ $post ] ) ) {
			return false;
		}
		$this->beside[ $post ] = true;
		return true;
	}

	/**
	 * Whether the content that is made now has no button yet. Contents are made more than once, so each is asked for.
	 *
	 * @param int $post The post.
	 */
	public function is_free( int $post ): bool {
		$is_free = ! isset( $this->within[ $post ] ) && ! isset( $this->beside[ $post ] );
		unset( $this->within[ $post ] );
		return $is_free;
	}

	/**
	 * The plugin has added a button.
	 *
	 * @param int $post The post.
	 */
	public function added( int $post ): void {
		$this->added[ $post ] = true;
	}
}
