<?php
/**
 * The parts that register posts.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;

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
	 * Made of what they share.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 */
	public function __construct( Settings $settings, Connection $connection, Server $server ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->server     = $server;
	}

	/**
	 * Those that have hooks.
	 *
	 * @return object[] Each with a method register().
	 */
	public function all(): array {
		$chosen  = new Chosen( $this->settings );
		$records = new Records();
		$sender  = new Sender( $this->connection, $this->server, $this->settings );
		$backlog = new Backlog( $chosen, $sender, $records );
		$marking = new Registration( $records, $chosen, $sender );
		return array(
			new Schema(),
			new Post_Settings(),
			$sender,
			new Origin( $this->connection, $records ),
			$marking,
			new Renames( $records, $chosen, $sender ),
			new Fields( $this->settings ),
			new Backlog_Page( $backlog, $this->connection ),
			new Backlog_Command( $backlog, $this->connection ),
			new Post_Box( $chosen, $records ),
			new Posts_Column( $chosen, $records, $marking ),
		);
	}
}
