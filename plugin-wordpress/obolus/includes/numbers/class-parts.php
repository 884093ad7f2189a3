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
	 * Those that have hooks.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 * @return object[] Each with a method register().
	 */
	public static function all( Settings $settings, Connection $connection, Server $server ): array {
		$reading = new Reading( $connection, $server, new Records() );
		$counted = new Counted( $connection, $server );
		return array(
			new Page( $reading ),
			new Widget( $reading ),
			new Column( $connection, new Chosen( $settings ), $counted ),
		);
	}
}
