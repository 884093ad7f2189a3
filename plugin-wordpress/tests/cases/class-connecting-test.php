<?php
use Obolus\Settings;

require_once __DIR__ . '/../class-authorization-case.php';

final class Connecting_Test extends Authorization_Case {

	public function test_a_pasted_token_is_kept_when_the_server_knows_it(): void {
		$this->connect( array( 'how' => 'token', 'token' => ' pasted ' ) );

		self::assertSame( 'Bearer pasted', $this->sent[0]['headers']['Authorization'] );
		self::assertSame( array( 'pasted', 'alice' ), array( self::connection()->token(), self::connection()->username() ) );
	}

	public function test_a_pasted_token_that_the_server_does_not_know_is_not_kept(): void {
		$this->server['/api/v1/account'] = self::answered( 401, array( 'detail' => 'Log in first.' ) );

		$this->connect( array( 'how' => 'token', 'token' => 'pasted' ) );

		self::assertFalse( self::connection()->is_there() );
		self::assertStringContainsString( 'Log in first.', $this->page() );
	}

	public function test_disconnecting_revokes_the_tokens_and_forgets_them(): void {
		$asked = $this->question();
		$this->come_back( array( 'state' => $asked['state'] ) );

		$this->disconnect();

		self::assertSame( array( 'https://obolus.example/oauth/revoke', 'token=refresh-1' ), array( end( $this->sent )['url'], end( $this->sent )['body'] ) );
		self::assertFalse( self::connection()->is_there() );
		self::assertSame( array( false, false, false ), array( get_option( 'obolus_token' ), get_option( 'obolus_app' ), get_option( 'obolus_username' ) ) );
	}

	public function test_disconnecting_goes_on_when_the_server_does_not_answer_and_says_where_to_end_it(): void {
		$asked = $this->question();
		$this->come_back( array( 'state' => $asked['state'] ) );
		$this->server['/oauth/revoke'] = new WP_Error( 'http_request_failed', 'down' );

		$this->disconnect();

		self::assertFalse( self::connection()->is_there() );
		self::assertStringContainsString( 'https://obolus.example/dashboard/apps', $this->page() );
	}

	public function test_nobody_connects_or_disconnects_without_a_nonce(): void {
		foreach ( array( 'obolus_connect', 'obolus_disconnect', 'obolus_check_again' ) as $action ) {
			$_POST = array( 'server' => 'https://evil.example' );
			$_REQUEST = $_POST;

			self::assertSame( 'died 403', self::outcome( static fn () => do_action( "admin_post_$action" ) ) );
		}
		self::assertSame( array(), $this->sent );
		self::assertFalse( get_option( 'obolus_server', false ) );
	}

	public function test_nobody_connects_or_disconnects_who_does_not_run_the_site(): void {
		wp_set_current_user( wp_insert_user( array( 'user_login' => 'bob', 'user_pass' => 'x', 'role' => 'editor' ) ) );
		foreach ( array( 'obolus_connect', 'obolus_disconnect', 'obolus_check_again', 'obolus_connected' ) as $action ) {
			$_POST    = array( 'server' => 'https://evil.example', '_wpnonce' => wp_create_nonce( $action ) );
			$_REQUEST = $_POST;

			self::assertSame( 'died 403', self::outcome( static fn () => do_action( "admin_post_$action" ) ) );
		}
		self::assertSame( array(), $this->sent );
		self::assertFalse( get_option( 'obolus_server', false ) );
	}

	public function test_the_address_of_the_server_stays_while_the_site_is_connected(): void {
		self::a_connection();

		update_option( 'obolus_server', 'https://other.example' );
		$this->connect( array( 'server' => 'https://other.example' ) );

		self::assertSame( 'https://obolus.example', get_option( 'obolus_server' ) );
		self::assertStringContainsString( 'Disconnect it first', get_settings_errors( 'obolus' )[0]['message'] );
		self::assertSame( array(), $this->sent );
	}

	public function test_saving_the_other_settings_does_not_touch_the_address(): void {
		( new Settings() )->declare();

		self::assertNotContains( 'obolus_server', apply_filters( 'allowed_options', $GLOBALS['new_allowed_options'] )['obolus'] );
	}

	public function test_what_a_server_calls_somebody_is_written_as_text(): void {
		$this->server['/api/v1/account'] = self::answered( 200, array( 'username' => '"><img src=x onerror=alert(1)>alice' ) );
		$this->server['/api/v1/sites']   = self::answered( 422, array( 'detail' => '<svg onload=alert(1)>No & no' ) );

		$this->connect( array( 'how' => 'token', 'token' => 'pasted' ) );

		self::assertStringNotContainsString( '<img', $page = $this->page() );
		self::assertStringNotContainsString( '<svg', $page );
		self::assertStringContainsString( 'No &amp; no', $page );
	}
}
