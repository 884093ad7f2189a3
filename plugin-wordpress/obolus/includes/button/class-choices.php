<?php
/**
 * What can be chosen of the buttons.
 *
 * @package Obolus
 */

namespace Obolus\Button;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The settings of buttons, feeds and head, and how what was sent is made clean. */
final class Choices {

	/** For each setting with a list of values these, the first of which is the default. */
	public const VALUES = array(
		'placement'       => array( 'after', 'before', 'off' ),
		'layout'          => array( 'large', 'compact', 'icon', 'text', 'static' ),
		'counts'          => array( 'off', 'site', 'direct' ),
		'podcast_funding' => array( 'auto', 'on', 'off' ),
	);

	/** For each setting that is a yes or a no what it is without a choice. */
	public const SWITCHES = array(
		'front_page'    => false,
		'payment_links' => true,
		'feed_button'   => false,
	);

	/**
	 * All of them, as Settings::all() wants them.
	 *
	 * @return array<string, array{type: string, default: mixed, sanitize: callable}>
	 */
	public static function all(): array {
		$all = array( 'button_types' => self::one( 'array', array( 'post' ), array( self::class, 'types' ) ) );
		foreach ( self::VALUES as $name => $values ) {
			$clean        = static fn ( $sent ): string => in_array( $sent, $values, true ) ? $sent : $values[0];
			$all[ $name ] = self::one( 'string', $values[0], $clean );
		}
		foreach ( self::SWITCHES as $name => $default ) {
			$all[ $name ] = self::one( 'boolean', $default, 'rest_sanitize_boolean' );
		}
		return $all;
	}

	/**
	 * A setting as Settings wants it.
	 *
	 * @param string   $type    By WordPress.
	 * @param mixed    $without Without a choice.
	 * @param callable $clean   Makes clean what was sent.
	 * @return array{type: string, default: mixed, sanitize: callable}
	 */
	private static function one( string $type, $without, callable $clean ): array {
		return array(
			'type'     => $type,
			'default'  => $without,
			'sanitize' => $clean,
		);
	}

	/**
	 * The types of posts that readers can see, among those that were sent.
	 *
	 * @param mixed $sent What was sent.
	 * @return string[]
	 */
	public static function types( $sent ): array {
		$known = get_post_types( array( 'public' => true ) );
		return array_values( array_intersect( $known, array_filter( is_array( $sent ) ? $sent : array(), 'is_string' ) ) );
	}
}
