<?php
/**
 * The parts that show buttons and say where there are some.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Feeds\Payment_Links;
use Obolus\Feeds\Podcast_Funding;
use Obolus\Settings;

use const Obolus\FILE;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Makes the parts of this folder, and of the feeds, which show the same buttons. */
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
	 * Who knows the numbers.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Made of what they share.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Who knows the numbers.
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
		$script = new Script( $this->settings, $this->connection, plugin_dir_path( FILE ) );
		$things = new Things( $this->connection );
		$button = new Button( $this->settings, $this->connection, $script );
		$once   = new Once();
		$known  = new Addresses( $this->settings );
		return array(
			$script,
			$known,
			new Placement( $this->settings, $things, $button, $once ),
			new Shortcode( $things, $button, $once ),
			new Template_Tags( $things, $button, $once ),
			new Blocks( $things, $button, $once ),
			new Fields( $this->settings ),
			new Counts_Route( $this->settings, $this->connection, new Counts( $this->server, $known ) ),
			new Payment_Links( $this->settings, $this->connection, $things, $button ),
			new Podcast_Funding( $this->settings, $this->connection, $things ),
		);
	}
}
