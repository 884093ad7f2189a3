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
	 * Those that have hooks.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom the parts ask.
	 * @return object[] Each with a method register().
	 */
	public static function all( Settings $settings, Connection $connection, Server $server ): array {
		$proof  = new Proof( $server );
		$script = new Script( $settings, $connection, plugin_dir_path( \Obolus\FILE ) );
		$fields = new Fields( $settings );
		$posts  = new Flattr_Posts( $settings );
		return array(
			new Privacy_Policy( $settings, $connection ),
			new Privacy_Tools( new Personal( $connection ) ),
			new Health(
				new Local_Checks( $connection, $proof, $script ),
				new Remote_Checks( $settings, $connection, $server )
			),
			new Debug_Information( $settings, $connection, $proof, $script ),
			new Sites(),
			new Network_Page( $fields ),
			$posts,
			new Flattr_Notice( new Flattr_Settings(), $posts, new Flattr_Words( $fields ) ),
		);
	}
}
