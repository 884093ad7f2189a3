<?php
/**
 * Finds the classes of the plugin: Obolus\Things\Records is in things/class-records.php.
 *
 * @package Obolus
 */

namespace Obolus;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

spl_autoload_register(
	static function ( string $name ): void {
		if ( 0 !== strpos( $name, 'Obolus\\' ) ) {
			return;
		}
		$parts = explode( '\\', str_replace( '_', '-', strtolower( substr( $name, 7 ) ) ) );
		$last  = array_pop( $parts );
		$path  = __DIR__ . '/' . implode( '', array_map( static fn ( string $part ): string => $part . '/', $parts ) ) . "class-$last.php";
		if ( is_file( $path ) ) {
			require_once $path;
		}
	}
);
