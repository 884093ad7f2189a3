<?php
/**
 * The end of the plugin.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Connection;

/** Removes what the plugin has left: everything of its own begins with obolus_, what is hidden with _obolus_. */
final class Removal {

	private const PREFIX = 'obolus_';

	/** Removes it from every site of this WordPress. */
	public function everywhere(): void {
		global $wpdb;
		$sites = is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array();
		foreach ( $sites as $site ) {
			switch_to_blog( $site );
			$this->from_this_site();
			restore_current_blog();
		}
		if ( array() === $sites ) {
			$this->from_this_site();
		} else {
			$this->delete( $wpdb->sitemeta, 'meta_key', array( self::PREFIX, '_site_transient_obolus_', '_site_transient_timeout_obolus_' ) );
		}
		$this->delete( $wpdb->usermeta, 'meta_key', array( self::PREFIX, '_obolus_', $wpdb->base_prefix . self::PREFIX ) );
		wp_cache_flush();
	}

	/** Removes it from this site, after the server was told. */
	private function from_this_site(): void {
		global $wpdb;
		$this->end_connection();
		foreach ( array_keys( Settings::all() ) as $name ) {
			delete_option( Settings::option( $name ) );
		}
		foreach ( $this->jobs() as $hook ) {
			wp_unschedule_hook( $hook );
		}
		$this->delete( $wpdb->options, 'option_name', array( self::PREFIX, '_transient_obolus_', '_transient_timeout_obolus_', '_site_transient_obolus_', '_site_transient_timeout_obolus_', 'widget_obolus' ) );
		$this->delete( $wpdb->postmeta, 'meta_key', array( self::PREFIX, '_obolus_' ) );
		$this->delete( $wpdb->termmeta, 'meta_key', array( self::PREFIX, '_obolus_' ) );
		foreach ( $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . self::PREFIX ) . '%' ) ) as $table ) {
			$wpdb->query( 'DROP TABLE IF EXISTS `' . str_replace( '`', '', $table ) . '`' );
		}
	}

	/** Ends the tokens at the server, if it answers within three seconds; the removal goes on in any case. */
	private function end_connection(): void {
		$soon = static function ( $request ) {
			return array( 'timeout' => 3 ) + ( is_array( $request ) ? $request : array() );
		};
		add_filter( 'http_request_args', $soon );
		( new Connection( new Settings() ) )->end();
		remove_filter( 'http_request_args', $soon );
	}

	/**
	 * The hooks of the plugin that WP-Cron knows.
	 *
	 * @return string[]
	 */
	private function jobs(): array {
		$hooks = array();
		foreach ( (array) _get_cron_array() as $at ) {
			$hooks = array_merge( $hooks, is_array( $at ) ? array_keys( $at ) : array() );
		}
		return array_unique(
			array_filter(
				$hooks,
				static function ( $hook ) {
					return 0 === strpos( (string) $hook, self::PREFIX );
				}
			)
		);
	}

	/**
	 * Deletes the rows whose name begins like one of the plugin.
	 *
	 * @param string   $table  Of the database.
	 * @param string   $column With the names.
	 * @param string[] $begin  How the names begin.
	 */
	private function delete( string $table, string $column, array $begin ): void {
		global $wpdb;
		foreach ( $begin as $prefix ) {
			$wpdb->query( $wpdb->prepare( "DELETE FROM `$table` WHERE `$column` LIKE %s", $wpdb->esc_like( $prefix ) . '%' ) );
		}
	}
}
