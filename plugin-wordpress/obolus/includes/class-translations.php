<?php
/**
 * The languages of the plugin.
 *
 * @package Obolus
 */

namespace Obolus;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Tells WordPress where the translations are. */
final class Translations {

	/** Before the widgets are made, which have names; that is when init begins. */
	private const FIRST = 0;

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'init', array( $this, 'load' ), self::FIRST );
	}

	/** For a plugin that does not come from the directory WordPress 6.1 has to be told. */
	public function load(): void {
		// phpcs:ignore PluginCheck.CodeAnalysis.DiscouragedFunctions.load_plugin_textdomainFound -- See above.
		load_plugin_textdomain( 'obolus', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	}
}
