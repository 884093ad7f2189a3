<?php
/**
 * The settings for the things of a site.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What the owner chooses for all posts: name, type, default, sanitiser. Settings keeps it. */
final class Choices {

	/**
	 * What there is.
	 *
	 * @return array<string, array{type: string, default: mixed, sanitize: callable}>
	 */
	public static function all(): array {
		return array(
			'post_types' => self::one( 'array', array( 'post' ), 'types' ),
			'category'   => self::one( 'string', 'text', 'category' ),
			'language'   => self::one( 'string', Language::near( get_locale() ), 'language' ),
			'extra_tags' => self::one( 'string', '', 'tags' ),
			'hidden'     => self::one( 'boolean', false, 'yes' ),
		);
	}

	/**
	 * The types of posts that there are and that everybody can see.
	 *
	 * @param mixed $written Names; nothing when no box is ticked.
	 * @return string[]
	 */
	public static function types( $written ): array {
		$known = array_diff( get_post_types( array( 'public' => true ) ), array( 'attachment' ) );
		return array_values( array_intersect( $known, array_filter( (array) $written, 'is_string' ) ) );
	}

	/**
	 * One of the server's categories.
	 *
	 * @param mixed $written By its name.
	 */
	public static function category( $written ): string {
		$known = Category::of( $written );
		return '' === $known ? 'text' : $known;
	}

	/**
	 * One of the server's languages.
	 *
	 * @param mixed $written Such as de_DE.
	 */
	public static function language( $written ): string {
		$known = Language::of( $written );
		return '' === $known ? Language::near( get_locale() ) : $known;
	}

	/**
	 * Tags on one line.
	 *
	 * @param mixed $written With commas between.
	 */
	public static function tags( $written ): string {
		return Tags::joined( $written );
	}

	/**
	 * Whether a box is ticked.
	 *
	 * @param mixed $written Nothing when it is not.
	 */
	public static function yes( $written ): bool {
		return is_scalar( $written ) && rest_sanitize_boolean( $written );
	}

	/**
	 * A setting as Settings wants it.
	 *
	 * @param string $type    By WordPress.
	 * @param mixed  $without Without a choice.
	 * @param string $clean   One of the methods here.
	 * @return array{type: string, default: mixed, sanitize: callable}
	 */
	private static function one( string $type, $without, string $clean ): array {
		return array(
			'type'     => $type,
			'default'  => $without,
			'sanitize' => array( self::class, $clean ),
		);
	}
}
