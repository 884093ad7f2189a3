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
	 * Those that have hooks.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 * @return object[] Each with a method register().
	 */
	public static function all( Settings $settings, Connection $connection, Server $server ): array {
		$chosen  = new Chosen( $settings );
		$records = new Records();
		$sender  = new Sender( $connection, $server, $settings );
		$backlog = new Backlog( $chosen, $sender, $records );
		$marking = new Registration( $records, $chosen, $sender );
		return array(
			new Schema(),
			new Post_Settings(),
			$sender,
			new Origin( $connection, $records ),
			$marking,
			new Renames( $records, $chosen, $sender ),
			new Fields( $settings ),
			new Backlog_Page( $backlog, $connection ),
			new Backlog_Command( $backlog, $connection ),
			new Post_Box( $chosen, $records ),
			new Posts_Column( $chosen, $records, $marking ),
		);
	}
}
