<?php
/**
 * Of which server and site the rows speak.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Connection;
use Obolus\Connection\Site;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Remembers who gave the things their numbers, to whom: another server, and a copy of this site, know other ones. */
final class Origin {

	private const OPTION = 'obolus_things_origin';

	/**
	 * To which server and as whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Made of what it compares.
	 *
	 * @param Connection $connection To which server and as whom.
	 * @param Records    $records    The rows.
	 */
	public function __construct( Connection $connection, Records $records ) {
		$this->connection = $connection;
		$this->records    = $records;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'obolus_connecting', array( $this, 'connecting' ) );
		add_action( 'obolus_moved', array( $this, 'keep' ) );
	}

	/**
	 * Forgets the numbers that another server has given, and what another site was given. Under its address a thing may be
	 * there all the same, if only the server's name has changed, so that of this site's own things these are kept.
	 */
	public function connecting(): void {
		$kept = get_option( self::OPTION );
		$now  = $this->now();
		if ( $kept !== $now ) {
			$this->records->start_over( is_array( $kept ) && ( $kept['site'] ?? '' ) === $now['site'] );
			$this->keep();
		}
	}

	/** This is the server, and this the site. */
	public function keep(): void {
		update_option( self::OPTION, $this->now(), false );
	}

	/**
	 * The server and the site of now. Tools that copy sites rewrite addresses wherever they find them, and not a hash.
	 *
	 * @return array{server: string, site: string}
	 */
	private function now(): array {
		return array(
			'server' => $this->connection->server(),
			'site'   => hash( 'sha256', Site::address() ),
		);
	}
}
