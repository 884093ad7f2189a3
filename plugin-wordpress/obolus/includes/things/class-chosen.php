<?php
/**
 * Which posts are things.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Settings;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The rule by which a post is a thing. */
final class Chosen {

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings $settings What the owner has chosen.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * Everybody can see it, it is of a chosen type, and nobody has switched it off. A post with a password is one too: its
	 * page is there for everybody.
	 *
	 * @param WP_Post|null $post Or none.
	 */
	public function includes( ?WP_Post $post ): bool {
		return null !== $post
			&& 'publish' === $post->post_status
			&& in_array( $post->post_type, $this->types(), true )
			&& '' === Post_Settings::get( $post->ID, 'off' );
	}

	/**
	 * The chosen types.
	 *
	 * @return string[]
	 */
	public function types(): array {
		return array_filter( (array) $this->settings->get( 'post_types' ), 'is_string' );
	}
}
