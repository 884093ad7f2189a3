<?php
/**
 * The words under which a thing is found.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Tags as the server takes them: each of at most 30 characters and without a comma, at most 20 of them. */
final class Tags {

	private const MOST    = 20;
	private const LONGEST = 30;

	/**
	 * Clean, each once, the first of them.
	 *
	 * @param string[] $written By people.
	 * @return string[]
	 */
	public static function of( array $written ): array {
		$tags = array();
		foreach ( $written as $one ) {
			$tag = Plain::line( str_replace( ',', ' ', $one ), self::LONGEST );
			if ( '' !== $tag ) {
				$tags[ mb_strtolower( $tag ) ] = $tag;
			}
		}
		return array_slice( array_values( $tags ), 0, self::MOST );
	}

	/**
	 * The same from one line, with commas between.
	 *
	 * @param mixed $written By people.
	 * @return string[]
	 */
	public static function split( $written ): array {
		return self::of( explode( ',', is_string( $written ) ? $written : '' ) );
	}

	/**
	 * One line of them, as a setting is kept.
	 *
	 * @param mixed $written By people.
	 */
	public static function joined( $written ): string {
		return implode( ', ', self::split( $written ) );
	}
}
