<?php
/**
 * The table of the things.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own, and what is read of it changes from request to request.

/** Makes the table in which each post has its state, and takes it away. */
final class Schema {

	public const VERSION = '3';
	public const OPTION  = 'obolus_things_schema';

	/** Adds the hooks. */
	public function register(): void {
		register_activation_hook( \Obolus\FILE, array( $this, 'bring_up_to_date' ) );
		add_action( 'init', array( $this, 'bring_up_to_date' ), 1 );
		add_filter( 'wpmu_drop_tables', array( $this, 'with_ours' ) );
	}

	/** Whether this site has the table: others of a network, on which the plugin is not active, have none. */
	public static function is_there(): bool {
		return '' !== (string) get_option( self::OPTION, '' );
	}

	/** Makes the table where it is missing or of another version. */
	public function bring_up_to_date(): void {
		if ( self::VERSION === get_option( self::OPTION ) ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta( $this->definition() );
		$this->learn_of_other_addresses();
		update_option( self::OPTION, self::VERSION );
	}

	/**
	 * The tables that go with a site of a network.
	 *
	 * @param mixed $tables By WordPress.
	 * @return string[]
	 */
	public function with_ours( $tables ): array {
		global $wpdb;
		return array_merge( (array) $tables, array( $wpdb->prefix . 'obolus_things' ) );
	}

	/** Before version 2 nobody knew which posts were registered at another address than their own. */
	private function learn_of_other_addresses(): void {
		global $wpdb;
		if ( '1' === get_option( self::OPTION ) ) {
			$wpdb->query(
				$wpdb->prepare(
					"UPDATE {$wpdb->prefix}obolus_things SET elsewhere = 1 WHERE post_id IN ( SELECT post_id FROM {$wpdb->postmeta} WHERE meta_key = %s )",
					Post_Settings::all()['url']['key']
				)
			);
		}
	}

	/** What dbDelta wants to read: two spaces after PRIMARY KEY, one definition a line. */
	private function definition(): string {
		global $wpdb;
		return "CREATE TABLE {$wpdb->prefix}obolus_things (
			post_id bigint(20) unsigned NOT NULL,
			thing_id bigint(20) unsigned NOT NULL DEFAULT 0,
			url text NOT NULL,
			elsewhere tinyint(1) unsigned NOT NULL DEFAULT 0,
			digest varchar(64) NOT NULL DEFAULT '',
			state varchar(20) NOT NULL DEFAULT 'waiting',
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			begun int(10) unsigned NOT NULL DEFAULT 0,
			due_at bigint(20) unsigned DEFAULT NULL,
			leased_until bigint(20) unsigned NOT NULL DEFAULT 0,
			lease varchar(32) NOT NULL DEFAULT '',
			marked bigint(20) unsigned NOT NULL DEFAULT 0,
			sentence text NOT NULL,
			updated_at bigint(20) unsigned NOT NULL DEFAULT 0,
			PRIMARY KEY  (post_id),
			KEY due (due_at),
			KEY lease (lease),
			KEY thing (thing_id)
		) {$wpdb->get_charset_collate()};";
	}
}
