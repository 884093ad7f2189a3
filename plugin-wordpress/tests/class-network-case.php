<?php
use Obolus\Things\Schema;

/**
 * On a network of sites, for all of which the plugin is active. Tables do not come and go in a transaction, so there is
 * none, and what the test before has left is taken away by hand.
 */
abstract class Network_Case extends WordPress_Test {

	protected function setUp(): void {
		parent::setUp();
		$GLOBALS['wpdb']->query( 'COMMIT' );
		foreach ( get_sites( array( 'site__not_in' => array( 1 ) ) ) as $site ) {
			wp_delete_site( $site->id );
		}
		self::forget_all();
		wp_cache_flush();
		( new Schema() )->bring_up_to_date();
		grant_super_admin( 1 );
		$this->sent = array();
	}

	/** A new site of the network, under its own address. */
	protected static function a_site( string $name ): int {
		$site = wp_insert_site( array( 'domain' => get_network()->domain, 'path' => "/$name/", 'network_id' => 1, 'user_id' => 1 ) );
		self::assertIsInt( $site );
		return $site;
	}

	/** What is so in a site. */
	protected static function in( int $site, callable $what ) {
		switch_to_blog( $site );
		try {
			return $what();
		} finally {
			restore_current_blog();
		}
	}

	protected static function has_table( int $site ): bool {
		global $wpdb;
		$name = $wpdb->get_blog_prefix( $site ) . 'obolus_things';
		return array( $name ) === $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $name ) ) );
	}

	/** Tables of sites that are gone, too, since a test may have kept the plugin from taking them away. */
	private static function forget_all(): void {
		global $wpdb;
		foreach ( preg_grep( '/\Awp_(\d+_)?obolus_/', $wpdb->get_col( "SHOW TABLES LIKE '%obolus%'" ) ) as $table ) {
			$wpdb->query( "DROP TABLE $table" );
		}
		foreach ( array( "$wpdb->options WHERE option_name", "$wpdb->sitemeta WHERE meta_key", "$wpdb->usermeta WHERE meta_key", "$wpdb->postmeta WHERE meta_key" ) as $rows ) {
			$wpdb->query( "DELETE FROM $rows LIKE '%obolus%'" );
		}
		$wpdb->query( "DELETE FROM $wpdb->users WHERE ID > 1" );
		$wpdb->query( "DELETE FROM $wpdb->posts WHERE post_title = 'How to bake bread'" );
	}
}
