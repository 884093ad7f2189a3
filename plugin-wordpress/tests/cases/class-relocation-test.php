<?php
use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;
use Obolus\Things\Records;

require_once __DIR__ . '/../class-things-test.php';

final class Relocation_Test extends Things_Test {

	private const LIVE    = 'https://blog.example';
	private const STAGING = 'https://staging.blog.example';

	protected function setUp(): void {
		parent::setUp();
		self::the_site_stands_at( self::LIVE );
		self::a_connection( array( 'token' => 'good', 'refresh' => 'refresh-1', 'client_id' => 'id' ) )->is_of( 'alice' );
	}

	/** @dataProvider addresses_of_the_same_site */
	public function test_the_same_site_stays_connected( string $address ): void {
		self::the_site_stands_at( $address );

		self::assertTrue( self::connection()->is_there() );
		self::assertSame( '', self::notice() );
	}

	public static function addresses_of_the_same_site(): array {
		return array( array( 'http://blog.example' ), array( 'https://blog.example/' ), array( 'https://Blog.Example' ), array( 'https://blog.example:443' ) );
	}

	/** @dataProvider addresses_of_other_sites */
	public function test_a_site_under_another_address_is_not_connected_and_asks_nobody( string $address ): void {
		self::the_site_stands_at( $address );

		( new Server( self::connection() ) )->ask( 'GET', '/api/v1/account' );

		self::assertFalse( self::connection()->is_there() );
		self::assertSame( array( '', '' ), array( self::connection()->token(), self::connection()->other_than( 'good' ) ) );
		self::assertSame( array(), $this->sent );
	}

	public static function addresses_of_other_sites(): array {
		return array( array( self::STAGING ), array( 'https://www.blog.example' ), array( 'https://blog.example:8443' ), array( 'https://blog.example/folder' ), array( '' ) );
	}

	public function test_the_connection_is_that_of_the_site_of_a_network_that_is_switched_to(): void {
		$connection = self::connection();
		self::the_site_stands_at( self::STAGING );
		$switched = $connection->is_there();
		self::the_site_stands_at( self::LIVE );

		self::assertSame( array( false, true ), array( $switched, $connection->is_there() ) );
	}

	public function test_an_address_that_a_plugin_for_languages_changes_is_no_other_site(): void {
		add_filter( 'home_url', static fn () => self::LIVE . '/fr' );

		self::assertTrue( self::connection()->is_there() );
	}

	public function test_a_copy_takes_nothing_away_and_keeps_what_waits(): void {
		$post = self::a_post();
		$this->cron();
		$this->sent = array();
		self::the_site_stands_at( self::STAGING );
		wp_trash_post( $post );
		self::time_passes();
		$this->cron();

		self::assertSame( array(), $this->sent );
		self::assertSame( Records::REMOVING, self::record( $post )->state );
	}

	public function test_a_copy_that_is_disconnected_or_uninstalled_tells_the_server_nothing(): void {
		self::the_site_stands_at( self::STAGING );
		self::sent_form( 'obolus_disconnect' );

		self::assertSame( array( array(), false ), array( $this->sent, get_option( 'obolus_token' ) ) );

		self::the_site_stands_at( self::LIVE );
		self::a_connection( array( 'token' => 'good', 'refresh' => 'refresh-1', 'client_id' => 'id' ) );
		self::the_site_stands_at( self::STAGING );
		add_filter( 'query', static fn ( $query ) => 0 === strpos( $query, 'DROP TABLE' ) ? 'SELECT 1' : $query );
		( new Obolus\Removal() )->everywhere();

		self::assertSame( array( array(), false ), array( $this->sent, get_option( 'obolus_token' ) ) );
	}

	public function test_who_runs_the_site_is_asked_whether_it_has_moved_or_is_a_copy(): void {
		self::the_site_stands_at( self::STAGING );
		$asked = self::notice();

		self::assertStringContainsString( 'was blog.example when it was connected', $asked );
		self::assertStringContainsString( 'now it is staging.blog.example', $asked );
		self::assertStringContainsString( 'This site has moved: keep the connection', $asked );
		self::assertStringContainsString( 'This is a copy: forget the connection here', $asked );
		self::assertSame( 2, preg_match_all( '/name="_wpnonce"/', $asked ) );

		wp_set_current_user( wp_insert_user( array( 'user_login' => 'bob', 'user_pass' => 'x', 'role' => 'editor' ) ) );

		self::assertSame( '', self::notice() );
	}

	public function test_a_site_that_has_moved_is_connected_again_and_everything_is_due(): void {
		$post = self::a_post();
		$this->cron();
		$this->sent   = array();
		$up           = $this->answer;
		$this->answer = static fn ( $request, $url ) => false === strpos( $url, '/sites' ) ? $up( $request, $url ) : self::answered( 503 );
		self::the_site_stands_at( self::STAGING );

		self::sent_form( 'obolus_site_moved' );

		self::assertTrue( self::connection()->is_there() );
		self::assertSame( '', self::notice() );
		self::assertSame( array( 'https://obolus.example/api/v1/sites' ), array_column( $this->sent, 'url' ) );
		self::assertSame( Records::WAITING, self::record( $post )->state );

		$this->cron();

		self::assertSame( array( 'POST', 'DELETE', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertStringStartsWith( self::STAGING, self::record( $post )->url );
	}

	public function test_a_copy_forgets_the_connection_and_the_proof_here_alone(): void {
		update_option( 'obolus_site', array( 'host' => 'blog.example', 'token' => 'obolus-abc' ) );
		self::the_site_stands_at( self::STAGING );

		self::sent_form( 'obolus_site_copied' );

		self::assertSame( array(), $this->sent );
		self::assertSame( array( false, false, false ), array( get_option( 'obolus_token' ), get_option( 'obolus_username' ), get_option( 'obolus_site' ) ) );
		self::assertSame( '', self::notice() );
	}

	public function test_a_choice_that_comes_late_changes_nothing(): void {
		self::sent_form( 'obolus_site_copied' );
		self::sent_form( 'obolus_site_moved' );

		self::assertTrue( self::connection()->is_there() );
		self::assertSame( array(), $this->sent );
	}

	public function test_nobody_chooses_without_a_nonce_or_without_running_the_site(): void {
		self::the_site_stands_at( self::STAGING );
		$kept = get_option( 'obolus_token' );
		foreach ( array( 'obolus_site_moved', 'obolus_site_copied' ) as $action ) {
			wp_set_current_user( 1 );
			self::assertSame( 'died 403', self::sent_form( $action, array( '_wpnonce' => 'none' ) ) );
			wp_set_current_user( wp_insert_user( array( 'user_login' => $action, 'user_pass' => 'x', 'role' => 'editor' ) ) );
			self::assertSame( 'died 403', self::sent_form( $action ) );
		}

		self::assertSame( $kept, get_option( 'obolus_token' ) );
	}

	private static function connection(): Connection {
		return new Connection( new Settings() );
	}

	/** What is said above the dashboard. */
	private static function notice(): string {
		set_current_screen( 'dashboard' );
		ob_start();
		foreach ( $GLOBALS['wp_filter']['admin_notices']->callbacks[10] as $hook ) {
			if ( is_array( $hook['function'] ) && is_object( $hook['function'][0] ) && 0 === strpos( get_class( $hook['function'][0] ), 'Obolus\\' ) ) {
				call_user_func( $hook['function'] );
			}
		}
		unset( $GLOBALS['current_screen'] );
		return ob_get_clean();
	}
}
