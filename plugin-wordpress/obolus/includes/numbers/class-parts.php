<?php
/**
 * The parts that show numbers to who runs the site.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;
use Obolus\Things\Chosen;
use Obolus\Things\Records;

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
		$reading = new Reading( $this->connection, $this->server, new Records() );
		$counted = new Counted( $this->connection, $this->server );
		return array(
			new Page( $reading ),
			new Widget( $reading ),
			new Column( $this->connection, new Chosen( $this->settings ), $counted ),
		);
	}
}
