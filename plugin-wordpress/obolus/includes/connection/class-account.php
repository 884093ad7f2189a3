<?php
/**
 * As whom the site is connected.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The account at the server: its name is asked for when the site is connected, and again later until it is there. */
final class Account {

	public const HOOK  = 'obolus_account';
	private const PATH = '/api/v1/account';

	/**
	 * The connection.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * The way to the server.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection $connection The connection.
	 * @param Server     $server     The way to the server.
	 */
	public function __construct( Connection $connection, Server $server ) {
		$this->connection = $connection;
		$this->server     = $server;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'obolus_connected', array( $this, 'ask_later' ) );
		add_action( self::HOOK, array( $this, 'ask' ) );
		add_action( 'load-settings_page_' . Gate::PAGE, array( $this, 'ask' ) );
	}

	/**
	 * Asks whose a token is.
	 *
	 * @param string $server The server's address.
	 * @param string $token  The token.
	 */
	public static function of( string $server, string $token ): Answer {
		return Wire::ask( 'GET', $server . self::PATH, $token );
	}

	/**
	 * The name that the server has said; empty when it has said none.
	 *
	 * @param Answer $answer Of the server, about an account.
	 */
	public static function name( Answer $answer ): string {
		$name = $answer->body['username'] ?? '';
		return $answer->is_ok() && is_string( $name ) ? $name : '';
	}

	/** Asks for the name where it is missing. */
	public function ask(): void {
		if ( $this->is_unknown() ) {
			$this->connection->is_of( self::name( $this->server->ask( 'GET', self::PATH ) ) );
			$this->ask_later();
		}
	}

	/** Has WP-Cron ask for the name where it is missing. */
	public function ask_later(): void {
		wp_clear_scheduled_hook( self::HOOK );
		if ( $this->is_unknown() ) {
			wp_schedule_single_event( time() + 10 * MINUTE_IN_SECONDS, self::HOOK );
		}
	}

	/** Whether there is a connection without a name. */
	private function is_unknown(): bool {
		return $this->connection->is_there() && '' === $this->connection->username();
	}
}
