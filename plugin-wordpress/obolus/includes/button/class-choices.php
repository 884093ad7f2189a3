<?php
/**
 * What can be chosen of the buttons.
 *
 * @package Obolus
 */

namespace Obolus\Button;

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
		$all = array(
			'button_types' => array(
				'type'     => 'array',
				'default'  => array( 'post' ),
				'sanitize' => array( self::class, 'types' ),
			),
		);
		foreach ( self::VALUES as $name => $values ) {
			$all[ $name ] = array(
				'type'     => 'string',
				'default'  => $values[0],
				'sanitize' => static function ( $sent ) use ( $values ): string {
					return in_array( $sent, $values, true ) ? $sent : $values[0];
				},
			);
		}
		foreach ( self::SWITCHES as $name => $default ) {
			$all[ $name ] = array(
				'type'     => 'boolean',
				'default'  => $default,
				'sanitize' => 'rest_sanitize_boolean',
			);
		}
		return $all;
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
