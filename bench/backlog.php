<?php
// backlog.php SITE connect SERVER TOKEN USERNAME - connects a WordPress without a browser.
// backlog.php SITE register - what `wp obolus register-all` does, by the plugin's own class of that command.
final class WP_CLI {
	private static $command;

	public static function add_command( string $name, $command ): void {
		self::$command = $command;
	}

	public static function run(): void {
		( self::$command )( array(), array() );
	}

	public static function log( string $line ): void {
	}

	public static function success( string $line ): void {
		echo "$line\n";
	}

	public static function error( string $line ): void {
		fwrite( STDERR, "$line\n" );
		exit( 1 );
	}
}

define( 'WP_CLI', true );
require $argv[1] . '/wp-load.php';

if ( 'register' === $argv[2] ) {
	WP_CLI::run();
	exit;
}
// The post that comes with WordPress is in no feed.
wp_delete_post( 1, true );
update_option( 'obolus_server', $argv[3] );
update_option( 'obolus_language', 'en_GB' );
$connection = new Obolus\Connection\Connection( new Obolus\Settings() );
$connection->keep( array( 'token' => $argv[4] ) );
$connection->is_of( $argv[5] );
