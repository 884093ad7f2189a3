<?php
/**
 * The setting that names the server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Keeps the server's address from being changed by the way: it belongs to the connection. */
final class Server_Setting {

	/**
	 * The connection.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it guards.
	 *
	 * @param Connection $connection The connection.
	 */
	public function __construct( Connection $connection ) {
		$this->connection = $connection;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'allowed_options', array( $this, 'without_the_server' ), 20 );
		add_filter( 'pre_update_option_' . Settings::option( 'server' ), array( $this, 'keep_while_connected' ), 10, 2 );
	}

	/**
	 * The server's address is not in the form of the settings, so saving them must not empty it.
	 *
	 * @param mixed $allowed Options by page.
	 * @return mixed
	 */
	public function without_the_server( $allowed ) {
		if ( is_array( $allowed ) && is_array( $allowed[ Gate::PAGE ] ?? null ) ) {
			$allowed[ Gate::PAGE ] = array_values( array_diff( $allowed[ Gate::PAGE ], array( Settings::option( 'server' ) ) ) );
		}
		return $allowed;
	}

	/**
	 * A connection belongs to one server, whoever wants to change its address.
	 *
	 * @param mixed $wanted The address that somebody wants.
	 * @param mixed $before The address until now.
	 * @return mixed
	 */
	public function keep_while_connected( $wanted, $before ) {
		if ( $wanted === $before || ! $this->connection->is_there() ) {
			return $wanted;
		}
		if ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( Gate::PAGE, 'obolus_connected', __( 'This site is connected to another server. Disconnect it first, then change the address.', 'obolus' ) );
		}
		return $before;
	}
}
