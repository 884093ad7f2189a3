<?php
/**
 * One button for one thing.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Knows on this page which things have their button. Contents are made more than once, and nobody says which of them is shown:
 * so each content of a post has its own button, and what stands beside it has one where the content has none.
 */
final class Once {

	/**
	 * The contents that are being made, by how deep they are in one another: whether each is the post's own.
	 *
	 * @var array<int, bool>
	 */
	private $own = array();

	/**
	 * For each of them the addresses whose buttons are in it.
	 *
	 * @var array<int, array<string, bool>>
	 */
	private $within = array();

	/**
	 * The addresses whose buttons were in a content.
	 *
	 * @var array<string, bool>
	 */
	private $shown = array();

	/**
	 * The addresses whose buttons stand beside: by a theme, a template, or a text that is not the post's own.
	 *
	 * @var array<string, bool>
	 */
	private $beside = array();

	/**
	 * A content begins to be made.
	 *
	 * @param mixed $content As it was written.
	 * @return mixed The same.
	 */
	public function begin( $content ) {
		$depth                  = $this->depth();
		$post                   = get_post();
		$this->own[ $depth ]    = is_string( $content ) && $post instanceof WP_Post && $this->is_content_of( $post, $content );
		$this->within[ $depth ] = array();
		return $content;
	}

	/** Whether what is made now is the content of the post of the loop, and no other text. */
	public function is_own(): bool {
		return $this->own[ $this->depth() ] ?? false;
	}

	/**
	 * Whether a button may stand where a post's own is wanted; from then on it is known.
	 *
	 * @param string $url What it is for.
	 */
	public function may_stand( string $url ): bool {
		$depth = $this->depth();
		if ( isset( $this->beside[ $url ] ) || isset( $this->within[ $depth ][ $url ] ) ) {
			return false;
		}
		if ( $this->is_own() ) {
			$this->within[ $depth ][ $url ] = true;
			$this->shown[ $url ]            = $this->is_for_readers() || isset( $this->shown[ $url ] );
			return true;
		}
		if ( $this->shown[ $url ] ?? false ) {
			return false;
		}
		if ( $this->is_for_readers() ) {
			$this->beside[ $url ] = true;
		}
		return true;
	}

	/**
	 * The same for a button that names its address: outside of contents there may be more of it.
	 *
	 * @param string $url What it is for.
	 */
	public function may_stand_by_name( string $url ): bool {
		return ! $this->is_own() || $this->may_stand( $url );
	}

	/** Whether readers may see what is made now: excerpts are made of contents, and so are descriptions in the head. */
	public function is_for_readers(): bool {
		return ! is_feed() && ! doing_filter( 'get_the_excerpt' ) && ! doing_action( 'wp_head' );
	}

	/** How many contents are being made, one in another. */
	private function depth(): int {
		global $wp_current_filter;
		return count( array_keys( (array) $wp_current_filter, 'the_content', true ) );
	}

	/**
	 * Whether a text is the content of a post, as WordPress passes it on: whole, one page of it, or up to where one may read
	 * on, with links after it.
	 *
	 * @param WP_Post $post The post.
	 * @param string  $text As it was passed on.
	 */
	private function is_content_of( WP_Post $post, string $text ): bool {
		$plain = static fn ( string $one ): string => trim( str_replace( ']]>', ']]&gt;', $one ) );

		// Without words for a link to read on, for which WordPress would make the title, through the filters of others.
		$page   = $plain( get_the_content( '', false, $post ) );
		$parts  = preg_split( '/<!--more(.*?)?-->/', $post->post_content, 2 );
		$teaser = isset( $parts[1] ) ? $plain( (string) preg_replace( '/<!-- wp:more(.*?) -->/', '', $parts[0] ) ) : '';
		foreach ( array( $page, $teaser ) as $own ) {
			if ( '' !== $own && 0 === strpos( $plain( $text ), $own ) ) {
				return true;
			}
		}
		return in_array( $plain( $text ), array( $page, $plain( $post->post_content ) ), true );
	}
}
