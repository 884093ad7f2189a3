<?php
/**
 * The parts with which the plugin behaves well among others.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Fields;
use Obolus\Button\Script;
use Obolus\Connection\Connection;
use Obolus\Connection\Proof;
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
		$proof  = new Proof( $this->server );
		$script = new Script( $this->settings, $this->connection, plugin_dir_path( \Obolus\FILE ) );
		$fields = new Fields( $this->settings );
		$posts  = new Flattr_Posts( $this->settings );
		return array(
			new Privacy_Policy( $this->settings, $this->connection ),
			new Privacy_Tools( new Personal( $this->connection ) ),
			new Health(
				new Local_Checks( $this->connection, $proof, $script ),
				new Remote_Checks( $this->settings, $this->connection, $this->server )
			),
			new Debug_Information( $this->settings, $this->connection, $proof, $script ),
			new Sites(),
			new Network_Page( $fields ),
			$posts,
			new Flattr_Notice( new Flattr_Settings(), $posts, new Flattr_Words( $fields ) ),
		);
	}
}
