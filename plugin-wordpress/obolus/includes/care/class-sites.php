<?php
/**
 * The sites of a network.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Removal;
use Obolus\Things\Schema;
use WP_Site;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Gives each site of a network its table, and leaves nothing of a site that is deleted. */
final class Sites {

	/** How many sites get their table when the plugin is activated for all; each other one gets it with its next request. */
	private const AT_ONCE = 100;

	/** Adds the hooks. */
	public function register(): void {
		register_activation_hook( \Obolus\FILE, array( $this, 'activated' ) );
		add_action( 'wp_initialize_site', array( $this, 'made' ), 100 );
		// Before WordPress drops the tables of the site, its options among them.
		add_action( 'wp_uninitialize_site', array( $this, 'goes' ), 5 );
	}

	/**
	 * The plugin is activated.
	 *
	 * @param mixed $for_all Whether for all sites of a network.
	 */
	public function activated( $for_all ): void {
		if ( ! $for_all || ! is_multisite() ) {
			return;
		}
		$sites = get_sites(
			array(
				'fields'     => 'ids',
				'number'     => self::AT_ONCE,
				'network_id' => get_current_network_id(),
			)
		);
		foreach ( $sites as $site ) {
			$this->in( (int) $site, array( new Schema(), 'bring_up_to_date' ) );
		}
	}

	/**
	 * A site is new.
	 *
	 * @param mixed $site The site.
	 */
	public function made( $site ): void {
		$active = (array) get_site_option( 'active_sitewide_plugins', array() );
		if ( $site instanceof WP_Site && isset( $active[ plugin_basename( \Obolus\FILE ) ] ) ) {
			$this->in( (int) $site->id, array( new Schema(), 'bring_up_to_date' ) );
		}
	}

	/**
	 * A site is about to be deleted: its access at the server ends.
	 *
	 * @param mixed $site The site.
	 */
	public function goes( $site ): void {
		if ( $site instanceof WP_Site ) {
			$this->in( (int) $site->id, array( new Removal(), 'from_this_site' ) );
		}
	}

	/**
	 * Does something in a site.
	 *
	 * @param int      $site Its number.
	 * @param callable $what Is done there.
	 */
	private function in( int $site, callable $what ): void {
		switch_to_blog( $site );
		try {
			$what();
		} finally {
			restore_current_blog();
		}
	}
}
