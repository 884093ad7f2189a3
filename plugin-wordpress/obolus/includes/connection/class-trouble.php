<?php
/**
 * What is wrong with the connection.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Why there is no connection any more, or why it does not go on; kept until it is right again. */
final class Trouble {

	private const OPTION = 'obolus_trouble';

	/** In a sentence; empty when nothing is wrong. */
	public static function sentence(): string {
		return (string) get_option( self::OPTION, '' );
	}

	/**
	 * Keeps it.
	 *
	 * @param string $sentence What is wrong, and what to do.
	 */
	public static function is( string $sentence ): void {
		update_option( self::OPTION, $sentence, false );
	}

	/** All is well. */
	public static function is_over(): void {
		delete_option( self::OPTION );
	}
}
