<?php
/**
 * The wiring of the plugin.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Feeds\Payment_Links;
use Obolus\Feeds\Podcast_Funding;

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
		return array_merge( array( $settings ), $this->buttons( $settings, $connection ) );
	}

	/**
	 * The parts that show buttons and say where there are some.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @return object[] Each with a method register().
	 */
	private function buttons( Settings $settings, Connection $connection ): array {
		$script = new Button\Script( $connection, plugin_dir_path( FILE ) );
		$things = new Button\Things( $connection );
		$button = new Button\Button( $settings, $connection, $script );
		$once   = new Button\Once();
		return array(
			$script,
			new Button\Placement( $settings, $things, $button, $once ),
			new Button\Shortcode( $things, $button, $once ),
			new Button\Template_Tags( $things, $button, $once ),
			new Button\Blocks( $things, $button, $once ),
			new Button\Fields( $settings ),
			new Payment_Links( $settings, $connection, $things, $button ),
			new Podcast_Funding( $settings, $connection, $things ),
		);
	}
}
