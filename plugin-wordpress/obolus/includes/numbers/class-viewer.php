<?php
/**
 * Who sees the numbers.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The one who may see what an account has received: who runs the site, unless a filter says otherwise. */
final class Viewer {

	public const PAGE   = 'page';
	public const WIDGET = 'widget';
	public const COLUMN = 'column';

	/**
	 * Whether it is the person who is here.
	 *
	 * @param string $what One of the constants.
	 */
	public static function is_here( string $what ): bool {
		return current_user_can( self::capability( $what ) );
	}

	/**
	 * What somebody must be able to do.
	 *
	 * @param string $what One of the constants.
	 */
	public static function capability( string $what ): string {
		/**
		 * What somebody must be able to do to see the numbers.
		 *
		 * @param string $capability By WordPress.
		 * @param string $what       Where they are shown: page, widget (both with the revenue of the account) or column.
		 */
		$capability = apply_filters( 'obolus_numbers_capability', 'manage_options', $what );
		return is_string( $capability ) && '' !== $capability ? $capability : 'manage_options';
	}
}
