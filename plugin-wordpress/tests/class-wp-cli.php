<?php
/** A small fake of WP-CLI, which cannot be installed where the tests run: it keeps what a command says. */
final class WP_CLI {

	/** @var string[] */
	public static $said = array();

	public static function log( string $line ): void {
		self::$said[] = $line;
	}

	public static function success( string $line ): void {
		self::$said[] = "Success: $line";
	}

	/** The real one ends the process here. */
	public static function error( string $line ): void {
		self::$said[] = "Error: $line";
	}
}
