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
	 * Those that have hooks.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Who knows the numbers.
	 * @return object[] Each with a method register().
	 */
	public static function all( Settings $settings, Connection $connection, Server $server ): array {
		$script = new Script( $settings, $connection, plugin_dir_path( FILE ) );
		$things = new Things( $connection );
		$button = new Button( $settings, $connection, $script );
		$once   = new Once();
		$known  = new Addresses( $settings );
		return array(
			$script,
			$known,
			new Placement( $settings, $things, $button, $once ),
			new Shortcode( $things, $button, $once ),
			new Template_Tags( $things, $button, $once ),
			new Blocks( $things, $button, $once ),
			new Fields( $settings ),
			new Counts_Route( $settings, $connection, new Counts( $server, $known ) ),
			new Payment_Links( $settings, $connection, $things, $button ),
			new Podcast_Funding( $settings, $connection, $things ),
		);
	}
}
