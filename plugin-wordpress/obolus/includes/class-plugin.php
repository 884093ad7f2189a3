<?php
/**
 * The wiring of the plugin.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Account;
use Obolus\Connection\Authorization;
use Obolus\Connection\Connection;
use Obolus\Connection\Notices;
use Obolus\Connection\Proof;
use Obolus\Connection\Relocation;
use Obolus\Connection\Server;
use Obolus\Connection\Server_Setting;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Makes the parts of the plugin and lets each add its hooks; nothing else happens before WordPress asks. */
final class Plugin {

	/** Adds the hooks of every part. */
	public function register(): void {
		$settings   = new Settings();
		$connection = new Connection( $settings );
		$server     = new Server( $connection );
		foreach ( $this->parts( $settings, $connection, $server ) as $part ) {
			$part->register();
		}
	}

	/**
	 * The parts that have hooks.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 * @return object[] Each with a method register().
	 */
	private function parts( Settings $settings, Connection $connection, Server $server ): array {
		$proof = new Proof( $server );
		return array_merge(
			array(
				new Translations(),
				$settings,
				$proof,
				new Authorization( $connection, $proof ),
				new Account( $connection, $server ),
				new Notices( $connection ),
				new Relocation( $connection, $proof ),
				new Server_Setting( $connection ),
				new Settings_Page( $connection, $proof ),
			),
			Button\Parts::all( $settings, $connection, $server ),
			Things\Parts::all( $settings, $connection, $server ),
			Numbers\Parts::all( $settings, $connection, $server ),
			Care\Parts::all( $settings, $connection, $server ),
			Authors\Parts::all( $settings, $connection, $server, $proof )
		);
	}
}
