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
	 * Those that have hooks.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 * @param Proof      $proof      Knows how the server calls this site.
	 * @return object[] Each with a method register().
	 */
	public static function all( Settings $settings, Connection $connection, Server $server, Proof $proof ): array {
		$records  = new Records();
		$sender   = new Sender( $connection, $server, $settings );
		$schedule = new Schedule( $connection, $server, $proof, $records, $sender );
		$state    = new State( $connection, $proof );
		return array(
			new Author_Settings(),
			$schedule,
			new Changes( $schedule, $records, $sender ),
			new Profile( $connection, new Chosen( $settings ), new Fields( $schedule, $state ) ),
			new Author_List( $connection, $schedule, $state ),
		);
	}
}
