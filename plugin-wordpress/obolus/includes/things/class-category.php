<?php
/**
 * What kinds of things there are.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The categories of the server and the tags of a site. */
final class Category {

	/**
	 * The server's names, each for people.
	 *
	 * @return array<string, string>
	 */
	public static function all(): array {
		return array(
			'text'     => __( 'Text', 'obolus' ),
			'images'   => __( 'Images', 'obolus' ),
			'video'    => __( 'Video', 'obolus' ),
			'audio'    => __( 'Audio', 'obolus' ),
			'software' => __( 'Software', 'obolus' ),
			'people'   => __( 'People', 'obolus' ),
			'rest'     => __( 'Other', 'obolus' ),
		);
	}

	/**
	 * The one that is written like this; empty when there is none.
	 *
	 * @param mixed $written By the server's names.
	 */
	public static function of( $written ): string {
		$name = is_string( $written ) ? strtolower( trim( $written ) ) : '';
		return in_array( $name, array( 'text', 'images', 'video', 'audio', 'software', 'people', 'rest' ), true ) ? $name : '';
	}
}
