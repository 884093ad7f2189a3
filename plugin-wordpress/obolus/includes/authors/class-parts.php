<?php
/**
 * The parts for authors with accounts of their own.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Connection;
use Obolus\Connection\Proof;
use Obolus\Connection\Server;
use Obolus\Settings;
use Obolus\Things\Chosen;
use Obolus\Things\Records;
use Obolus\Things\Sender;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Makes the parts of this folder. */
final class Parts {

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
	 * Whom the parts ask.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Knows how the server calls this site.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * Made of what they share.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 * @param Proof      $proof      Knows how the server calls this site.
	 */
	public function __construct( Settings $settings, Connection $connection, Server $server, Proof $proof ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->server     = $server;
		$this->proof      = $proof;
	}

	/**
	 * Those that have hooks.
	 *
	 * @return object[] Each with a method register().
	 */
	public function all(): array {
		$records  = new Records();
		$sender   = new Sender( $this->connection, $this->server, $this->settings );
		$schedule = new Schedule( $this->connection, $this->server, $this->proof, $records, $sender );
		$state    = new State( $this->connection, $this->proof );
		return array(
			new Author_Settings(),
			$schedule,
			new Changes( $schedule, $records, $sender ),
			new Profile( $this->connection, new Chosen( $this->settings ), new Fields( $schedule, $state ) ),
			new Author_List( $this->connection, $schedule, $state ),
		);
	}
}
