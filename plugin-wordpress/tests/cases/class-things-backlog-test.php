<?php
use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;
use Obolus\Things\Backlog;
use Obolus\Things\Backlog_Command;
use Obolus\Things\Records;
use Obolus\Things\Sender;

require_once __DIR__ . '/../class-things-test.php';
require_once __DIR__ . '/../class-wp-cli.php';

final class Things_Backlog_Test extends Things_Test {

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->posts}" );
		WP_CLI::$said = array();
	}

	public function test_a_thousand_posts_need_four_requests(): void {
		self::there_were( 1000 );
		$backlog = self::backlog();
		while ( ! $backlog->is_done() ) {
			self::assertTrue( $backlog->step() );
		}

		self::assertCount( 4, $this->sent );
		self::assertSame( array( 'done' => 1000, 'all' => 1000, 'waiting' => 0, 'registered' => 1000, 'refused' => 0 ), $backlog->progress() );
	}

	public function test_it_goes_on_where_it_was(): void {
		self::there_were( 300 );
		self::backlog()->step();
		$between = self::backlog()->progress();
		self::backlog()->step();

		self::assertSame( array( 250, 300 ), array( $between['done'], $between['all'] ) );
		self::assertCount( 50, $this->things( 1 ) );
		self::assertTrue( self::backlog()->is_done() );
	}

	public function test_what_the_server_did_not_take_is_sent_by_wp_cron_later(): void {
		self::there_were( 3 );
		$up           = $this->answer;
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$went         = self::backlog()->step();
		$this->answer = $up;
		self::time_passes();
		self::assertNotFalse( wp_next_scheduled( Sender::HOOK ) );
		$this->cron();

		self::assertFalse( $went );
		self::assertSame( 3, self::backlog()->progress()['registered'] );
	}

	public function test_posts_that_are_no_things_are_passed_over(): void {
		self::there_were( 2 );
		self::a_post( array( 'post_type' => 'page' ) );
		$off = self::a_post( array( 'meta_input' => array( '_obolus_off' => '1' ) ) );
		self::backlog()->step();

		self::assertCount( 2, $this->things( 0 ) );
		self::assertSame( Records::REMOVED, self::record( $off )->state );
	}

	public function test_a_second_time_nothing_is_sent_that_is_as_it_was(): void {
		self::there_were( 3 );
		self::backlog()->step();
		Backlog::forget();
		self::backlog()->step();

		self::assertCount( 1, $this->sent );
		self::assertSame( 3, self::backlog()->progress()['registered'] );
	}

	public function test_the_route_does_a_step_for_who_manages_the_site(): void {
		self::there_were( 3 );
		$answer = rest_do_request( new WP_REST_Request( 'POST', '/obolus/v1/backlog' ) );

		self::assertSame( 200, $answer->get_status() );
		self::assertSame( array( true, 3, 3, true ), array( $answer->get_data()['went'], $answer->get_data()['done'], $answer->get_data()['all'], $answer->get_data()['is_done'] ) );
	}

	/** @dataProvider methods */
	public function test_the_route_is_closed_to_others( string $method ): void {
		self::there_were( 3 );
		wp_set_current_user( 0 );
		$stranger = rest_do_request( new WP_REST_Request( $method, '/obolus/v1/backlog' ) );
		wp_set_current_user( self::somebody( 'editor' ) );
		$editor = rest_do_request( new WP_REST_Request( $method, '/obolus/v1/backlog' ) );

		self::assertSame( array( 401, 403 ), array( $stranger->get_status(), $editor->get_status() ) );
		self::assertSame( array(), $this->sent );
	}

	public static function methods(): array {
		return array( array( 'GET' ), array( 'POST' ) );
	}

	public function test_a_cookie_without_a_nonce_is_not_enough_for_the_route(): void {
		$GLOBALS['wp_rest_auth_cookie'] = true;
		unset( $_REQUEST['_wpnonce'], $_SERVER['HTTP_X_WP_NONCE'] );
		rest_cookie_check_errors( null );
		$answer = rest_do_request( new WP_REST_Request( 'POST', '/obolus/v1/backlog' ) );
		unset( $GLOBALS['wp_rest_auth_cookie'] );

		self::assertSame( 401, $answer->get_status() );
	}

	public function test_a_site_that_is_not_connected_is_told_so(): void {
		delete_option( 'obolus_token' );
		self::there_were( 1 );
		$answer = rest_do_request( new WP_REST_Request( 'POST', '/obolus/v1/backlog' ) );

		self::assertSame( 409, $answer->get_status() );
		self::assertSame( array(), $this->sent );
	}

	public function test_the_settings_page_shows_how_far_it_is(): void {
		self::there_were( 3 );
		self::admin_begins();
		ob_start();
		$connection = self::a_connection();
		( new Obolus\Settings_Page( $connection, new Obolus\Connection\Proof( new Obolus\Connection\Server( $connection ) ) ) )->show();
		$page = ob_get_clean();

		self::assertStringContainsString( '<progress max="3" value="0"', $page );
		self::assertStringContainsString( 'name="obolus_post_types[]" value="post" checked', str_replace( "'", '"', $page ) );
		self::assertStringContainsString( 'data-nonce="' . wp_create_nonce( 'wp_rest' ) . '"', $page );
		self::assertTrue( wp_script_is( 'obolus-backlog' ) );
		self::assertGreaterThan( strrpos( $page, '</form>' ), strpos( $page, '<progress' ), 'It is none of the settings that "Save Changes" saves.' );
	}

	public function test_the_command_registers_all(): void {
		self::there_were( 300 );
		self::command( array() );

		self::assertSame( array( '250 of 300 posts', '300 of 300 posts', 'Success: Done. Registered: 300. Waiting: 0. Refused: 0.' ), WP_CLI::$said );
	}

	public function test_the_command_stops_when_the_server_is_down_and_begins_again_when_told(): void {
		self::there_were( 300 );
		$up           = $this->answer;
		$this->answer = static fn () => self::answered( 503 );
		self::command( array() );
		$said         = WP_CLI::$said;
		$this->answer = $up;
		self::time_passes();
		self::command( array( 'again' => true ) );

		self::assertCount( 2, $said );
		self::assertStringStartsWith( 'Error: The server did not take them.', $said[1] );
		self::assertSame( 'Success: Done. Registered: 300. Waiting: 0. Refused: 0.', end( WP_CLI::$said ) );
	}

	public function test_the_command_asks_nobody_before_the_site_is_connected(): void {
		delete_option( 'obolus_token' );
		self::there_were( 1 );
		self::command( array() );

		self::assertSame( array( 'Error: Connect this site to a server first.' ), WP_CLI::$said );
		self::assertSame( array(), $this->sent );
	}

	/** Posts from before the plugin: it was told nothing of them. */
	private static function there_were( int $count ): void {
		global $wpdb;
		foreach ( array_chunk( range( 1, $count ), 100 ) as $some ) {
			$rows = array_map( static fn ( int $i ): string => "( 1, 'Post $i', 'Words.', '', 'publish', 'post', 'post-$i', '2020-01-01', '2020-01-01', '2020-01-01', '2020-01-01', '', '', '' )", $some );
			$wpdb->query(
				"INSERT INTO {$wpdb->posts} ( post_author, post_title, post_content, post_excerpt, post_status, post_type, post_name,
				post_date, post_date_gmt, post_modified, post_modified_gmt, to_ping, pinged, post_content_filtered ) VALUES " . implode( ',', $rows )
			);
		}
	}

	private static function somebody( string $role ): int {
		return wp_insert_user( array( 'user_login' => "a-$role", 'user_pass' => 'x', 'role' => $role ) );
	}

	private static function command( array $options ): void {
		( new Backlog_Command( self::backlog(), new Connection( new Settings() ) ) )( array(), $options );
	}

	private static function backlog(): Backlog {
		$settings   = new Settings();
		$connection = new Connection( $settings );
		$chosen     = new Obolus\Things\Chosen( $settings );
		return new Backlog( $chosen, new Sender( $connection, new Server( $connection ), $settings ), new Records() );
	}
}
