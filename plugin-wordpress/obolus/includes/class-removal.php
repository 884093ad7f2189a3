<?php
/**
 * The end of the plugin.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Connection;
use WP_Error;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, PluginCheck.Security.DirectDB.UnescapedDBParameter -- WordPress deletes by whole names, not by beginnings. All that stands in a statement is named in this class, or by WordPress.

/** Removes what the plugin has left: everything of its own begins with obolus_, what is hidden with _obolus_. */
final class Removal {

	private const PREFIX = 'obolus_';

	/**
	 * For how many seconds servers are told, of all sites together.
	 *
	 * @var int
	 */
	private $patience;

	/**
	 * How many sites of a network are looked up at once.
	 *
	 * @var int
	 */
	private $some;

	/**
	 * Until when servers are told.
	 *
	 * @var int
	 */
	private $until = 0;

	/**
	 * Made of its bounds.
	 *
	 * @param int $patience For how many seconds servers are told, of all sites together.
	 * @param int $some     How many sites of a network are looked up at once.
	 */
	public function __construct( int $patience = 30, int $some = 100 ) {
		$this->patience = $patience;
		$this->some     = $some;
	}

	/** Removes it from every site of this WordPress. */
	public function everywhere(): void {
		global $wpdb;
		if ( is_multisite() ) {
			$this->from_all_sites();
			$this->delete( $wpdb->sitemeta, 'meta_key', array( self::PREFIX, '_site_transient_obolus_', '_site_transient_timeout_obolus_' ) );
		} else {
			$this->from_this_site();
		}
		$this->delete( $wpdb->usermeta, 'meta_key', array( self::PREFIX, '_obolus_' ) );
		wp_cache_flush();
	}

	/** Removes it from the sites of a network, some at a time. */
	private function from_all_sites(): void {
		$which = array(
			'fields'  => 'ids',
			'number'  => $this->some,
			'orderby' => 'id',
			'offset'  => 0,
		);
		do {
			$sites = get_sites( $which );
			$found = count( $sites );
			foreach ( $sites as $site ) {
				switch_to_blog( (int) $site );
				$this->from_this_site();
				restore_current_blog();
			}
			$which['offset'] += $this->some;
			wp_cache_flush_runtime();
		} while ( $this->some === $found );
	}

	/** Removes it from this site, after the server was told. */
	public function from_this_site(): void {
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
		$this->delete( $wpdb->usermeta, 'meta_key', array( $wpdb->prefix . self::PREFIX ) );
		foreach ( $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix . self::PREFIX ) . '%' ) ) as $table ) {
			$wpdb->query( 'DROP TABLE IF EXISTS `' . str_replace( '`', '', $table ) . '`' );
		}
	}

	/** Ends the tokens at the server, if it answers within three seconds and there is time; the removal goes on in any case. */
	private function end_connection(): void {
		$this->until = 0 === $this->until ? time() + $this->patience : $this->until;
		$soon        = static fn ( $request ): array => array( 'timeout' => 3 ) + (array) $request;
		$not_at_all  = fn ( $answer ) => time() > $this->until ? new WP_Error( 'obolus_late', 'There is no time left to tell the server.' ) : $answer;
		add_filter( 'http_request_args', $soon );
		add_filter( 'pre_http_request', $not_at_all, 1000 );
		( new Connection( new Settings() ) )->end();
		remove_filter( 'pre_http_request', $not_at_all, 1000 );
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
