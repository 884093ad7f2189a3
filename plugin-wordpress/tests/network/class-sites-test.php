<?php
require_once __DIR__ . '/../class-network-case.php';

use Obolus\Connection\Connection;
use Obolus\Removal;
use Obolus\Settings;
use Obolus\Things\Records;

final class Sites_Test extends Network_Case {

	private const ACCESS = array( 'token' => 'a', 'refresh' => 'r', 'client_id' => 'id' );

	public function test_a_new_site_has_its_table_at_once(): void {
		$site = self::a_site( 'bread' );

		self::assertTrue( self::has_table( $site ) );
		self::assertSame( 1, self::in( $site, static fn () => ( new Records() )->find( self::a_post() )->attempts + 1 ) );
	}

	public function test_a_new_site_has_none_where_the_plugin_is_not_active_for_all(): void {
		add_filter( 'site_option_active_sitewide_plugins', '__return_empty_array' );

		self::assertFalse( self::has_table( self::a_site( 'bread' ) ) );
	}

	/** @testWith [true]
	 *            [false]
	 */
	public function test_sites_from_before_get_their_tables_when_the_plugin_is_activated_for_all( bool $for_all ): void {
		add_filter( 'site_option_active_sitewide_plugins', '__return_empty_array' );
		$site = self::a_site( 'bread' );

		do_action( 'activate_' . plugin_basename( Obolus\FILE ), $for_all );

		self::assertSame( $for_all, self::has_table( $site ) );
	}

	public function test_nothing_is_noted_for_a_site_on_which_the_plugin_is_not_active(): void {
		global $wpdb, $EZSQL_ERROR;
		add_filter( 'site_option_active_sitewide_plugins', '__return_empty_array' );
		$site   = self::a_site( 'bread' );
		$before = count( (array) $EZSQL_ERROR );

		$post = self::in( $site, static fn () => self::a_post() );
		self::in( $site, static fn () => wp_set_post_tags( $post, 'bread' ) );
		self::in( $site, static fn () => wp_update_term( get_term_by( 'name', 'bread', 'post_tag' )->term_id, 'post_tag', array( 'name' => 'loaf' ) ) );
		self::in( $site, static fn () => update_option( 'permalink_structure', '/%author%/%postname%/' ) );
		self::in( $site, static fn () => wp_update_user( array( 'ID' => 1, 'user_nicename' => 'baker' ) ) );
		self::in( $site, static fn () => wp_delete_post( $post, true ) );

		self::assertSame( array(), array_column( array_slice( (array) $EZSQL_ERROR, $before ), 'query' ) );
		self::assertFalse( self::in( $site, static fn () => wp_next_scheduled( 'obolus_send' ) ) );
	}

	public function test_each_site_has_a_connection_of_its_own(): void {
		$bread = self::a_site( 'bread' );
		$cake  = self::a_site( 'cake' );
		self::in( $bread, static fn () => self::a_connection()->is_of( 'alice' ) );
		$connection = new Connection( new Settings() );

		self::assertSame( array( true, 'alice' ), self::in( $bread, static fn () => array( $connection->is_there(), $connection->username() ) ) );
		self::assertSame( array( false, '' ), self::in( $cake, static fn () => array( $connection->is_there(), $connection->username() ) ) );
		self::assertFalse( $connection->is_there() );
	}

	public function test_of_a_deleted_site_neither_table_nor_access_is_left(): void {
		$bread = self::a_site( 'bread' );
		$cake  = self::a_site( 'cake' );
		self::in( $bread, static fn () => self::a_connection( self::ACCESS ) );
		self::in( $cake, static fn () => self::a_connection( self::ACCESS ) );

		wp_delete_site( $bread );

		self::assertSame( array( 'https://obolus.example/oauth/revoke' ), array_column( $this->sent, 'url' ) );
		self::assertSame( array( false, true ), array( self::has_table( $bread ), self::has_table( $cake ) ) );
		self::assertTrue( self::in( $cake, static fn () => self::a_connection( self::ACCESS )->is_there() ) );
		self::assertSame( 1, get_current_blog_id() );
	}

	public function test_wordpress_knows_which_table_goes_with_a_site(): void {
		$site = self::a_site( 'bread' );

		$tables = self::in( $site, static fn () => apply_filters( 'wpmu_drop_tables', array(), $site ) );

		self::assertContains( $GLOBALS['wpdb']->get_blog_prefix( $site ) . 'obolus_things', $tables );
	}

	public function test_uninstalling_leaves_nothing_in_any_site(): void {
		$sites = array( 1, self::a_site( 'bread' ), self::a_site( 'cake' ) );
		foreach ( $sites as $site ) {
			self::in( $site, static fn () => self::a_connection( self::ACCESS ) && update_post_meta( self::a_post(), '_obolus_off', '1' ) && update_user_option( 1, 'obolus_seen', '1' ) );
		}
		update_site_option( 'obolus_defaults', array( 'layout' => 'compact' ) );

		( new Removal( 30, 2 ) )->everywhere();

		global $wpdb;
		self::assertSame( array_fill( 0, 3, false ), array_map( array( self::class, 'has_table' ), $sites ) );
		foreach ( $sites as $site ) {
			$prefix = $wpdb->get_blog_prefix( $site );
			self::assertSame( array(), $wpdb->get_col( "SELECT option_name FROM {$prefix}options WHERE option_name LIKE '%obolus\\_%'" ) );
			self::assertSame( array(), $wpdb->get_col( "SELECT meta_key FROM {$prefix}postmeta WHERE meta_key LIKE '%obolus\\_%'" ) );
		}
		self::assertSame( array(), $wpdb->get_col( "SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%obolus\\_%'" ) );
		self::assertSame( array(), $wpdb->get_col( "SELECT meta_key FROM $wpdb->sitemeta WHERE meta_key LIKE '%obolus\\_%'" ) );
		self::assertCount( 3, $this->sent );
	}

	public function test_uninstalling_does_not_wait_for_servers_for_ever(): void {
		$site = self::a_site( 'bread' );
		self::in( $site, static fn () => self::a_connection( self::ACCESS ) );
		$late = 0;
		add_filter(
			'pre_http_request',
			static function ( $answer ) use ( &$late ) {
				$late += is_wp_error( $answer ) && 'obolus_late' === $answer->get_error_code() ? 1 : 0;
				return $answer;
			},
			2000
		);

		( new Removal( -1 ) )->everywhere();

		self::assertSame( 1, $late );
		self::assertFalse( self::has_table( $site ) );
	}
}
