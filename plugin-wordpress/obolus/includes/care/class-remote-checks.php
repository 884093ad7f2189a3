<?php
/**
 * Tests that ask somebody.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Counts_Route;
use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Asks the server whether the access is good, and this site whether readers get numbers; before the site is connected, nobody. */
final class Remote_Checks {

	private const PATIENCE = 10;

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * To which server and as whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Made of what it uses.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom it asks.
	 */
	public function __construct( Settings $settings, Connection $connection, Server $server ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->server     = $server;
	}

	/**
	 * The tests, each with its label; none before the site is connected.
	 *
	 * @return array<string, string>
	 */
	public function labels(): array {
		$labels = array(
			'access' => __( 'Obolus: the access to the server', 'obolus' ),
			'counts' => __( 'Obolus: numbers for readers', 'obolus' ),
		);
		if ( ! $this->connection->is_there() ) {
			return array();
		}
		return 'site' === $this->settings->get( 'counts' ) ? $labels : array_diff_key( $labels, array( 'counts' => true ) );
	}

	/**
	 * Whether the server answers, and knows this site.
	 *
	 * @return array<string, mixed>
	 */
	public function access(): array {
		$answer = $this->server->ask( 'GET', '/api/v1/account' );
		if ( $answer->is_ok() ) {
			/* translators: 1: the address of a server, 2: a username */
			$sentence = sprintf( __( 'This site is connected to %1$s as %2$s.', 'obolus' ), $this->connection->server(), $this->connection->username() );
			return Finding::good( 'obolus_access', __( 'The server knows this site', 'obolus' ), $sentence );
		}
		return $answer->is_worth_repeating() && $this->connection->is_there()
			? Finding::recommended( 'obolus_access', __( 'The server cannot be asked', 'obolus' ), $answer->sentence() . ' ' . __( 'What is to be registered waits.', 'obolus' ) )
			: Finding::critical( 'obolus_access', __( 'The server does not let this site in', 'obolus' ), $answer->sentence() );
	}

	/**
	 * Whether readers get the numbers from this site.
	 *
	 * @return array<string, mixed>
	 */
	public function counts(): array {
		$address = rest_url( Counts_Route::SPACE . '/counts' );
		if ( ! $this->connection->is_there() || false !== strpos( $address, '?' ) ) {
			return Finding::recommended( 'obolus_counts', __( 'Buttons show no numbers', 'obolus' ), __( 'Numbers from this site need permalinks other than the plain ones. Choose some under Settings > Permalinks.', 'obolus' ) );
		}
		$how    = array(
			'timeout'     => self::PATIENCE,
			'redirection' => 0,
		);
		$answer = wp_remote_get( $address, $how );
		$said   = is_wp_error( $answer ) ? null : json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( 200 === wp_remote_retrieve_response_code( $answer ) && is_array( $said['counts'] ?? null ) ) {
			return Finding::good( 'obolus_counts', __( 'Readers get the numbers from this site', 'obolus' ), __( 'This site answers for its buttons.', 'obolus' ) );
		}
		/* translators: %s: an address of this site */
		$sentence = sprintf( __( 'Buttons stay without numbers, because %s does not answer as it should. Perhaps another plugin, a firewall or a cache keeps readers from the REST API.', 'obolus' ), $address );
		return Finding::recommended( 'obolus_counts', __( 'Readers do not get the numbers from this site', 'obolus' ), is_wp_error( $answer ) ? $sentence . ' ' . $answer->get_error_message() : $sentence );
	}
}
