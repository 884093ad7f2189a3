<?php
/**
 * The parts with which the plugin behaves well among others.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Connection\Connection;
use Obolus\Settings;

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
	 * Made of what they share.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 */
	public function __construct( Settings $settings, Connection $connection ) {
		$this->settings   = $settings;
		$this->connection = $connection;
	}

	/**
	 * Those that have hooks.
	 *
	 * @return object[] Each with a method register().
	 */
	public function all(): array {
		return array(
			new Privacy_Policy( $this->settings, $this->connection ),
			new Privacy_Tools( new Personal( $this->connection ) ),
		);
	}
}
