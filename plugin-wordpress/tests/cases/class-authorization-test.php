<?php
use Obolus\Connection\App;
use Obolus\Connection\Connection;
use Obolus\Connection\Safe;
use Obolus\Settings;

final class Authorization_Test extends WordPress_Test {

	private const SITE = array(
		'host'  => 'blog.example',
		'token' => 'obolus-abc_DEF-123',
		'state' => 'asked',
	);

	/** @var array<string, array> What the server answers, by path. */
	private $server;

	protected function setUp(): void {
		parent::setUp();
		$this->server = array(
			'/oauth/register'                         => self::answered( 201, array( 'client_id' => 'id', 'client_secret' => 'secret' ) ),
			'/oauth/token'                            => self::answered( 200, array( 'access_token' => 'first', 'expires_in' => 3600, 'refresh_token' => 'refresh-1' ) ),
			'/oauth/revoke'                           => self::answered( 200 ),
			'/api/v1/account'                         => self::answered( 200, array( 'username' => 'alice' ) ),
			'/api/v1/sites'                           => self::answered( 201, self::SITE ),
			'/api/v1/sites/blog.example/verification' => self::answered( 200, array( 'state' => 'proven' ) + self::SITE ),
		);
		$this->answer = fn ( $request, $url ) => $this->server[ wp_parse_url( $url, PHP_URL_PATH ) ];
	}

	public function test_connecting_registers_the_site_and_leads_to_the_server_with_a_challenge(): void {
		$asked = $this->question();

		self::assertSame( array( 'https://obolus.example/oauth/register' ), array_column( $this->sent, 'url' ) );
		self::assertSame( array( App::way_back() ), json_decode( $this->sent[0]['body'], true )['redirect_uris'] );
		self::assertSame( get_bloginfo( 'name' ), json_decode( $this->sent[0]['body'], true )['client_name'] );
		self::assertSame( array( 'code', 'id', App::way_back(), 'thing revenue:read', 'S256' ), array( $asked['response_type'], $asked['client_id'], $asked['redirect_uri'], $asked['scope'], $asked['code_challenge_method'] ) );
	}

	public function test_the_code_that_comes_back_connects_and_proves_the_site(): void {
		$asked = $this->question();

		$led = $this->come_back( array( 'state' => $asked['state'] ) );

		parse_str( $this->sent[1]['body'], $exchange );
		self::assertStringContainsString( 'page=obolus', $led );
		self::assertSame( $asked['code_challenge'], rtrim( strtr( base64_encode( hash( 'sha256', $exchange['code_verifier'], true ) ), '+/', '-_' ), '=' ) );
		self::assertSame( array( 'authorization_code', 'the code', App::way_back() ), array( $exchange['grant_type'], $exchange['code'], $exchange['redirect_uri'] ) );
		self::assertSame( array( true, 'first', 'alice' ), array( self::connection()->is_there(), self::connection()->token(), self::connection()->username() ) );
		self::assertSame( 'proven', get_option( 'obolus_site' )['state'] );
		self::assertStringContainsString( 'connected to https://obolus.example as alice.', $this->page() );
	}

	public function test_nothing_that_carries_a_secret_follows_the_server_elsewhere(): void {
		$this->come_back( array( 'state' => $this->question()['state'] ) );
		$this->disconnect();

		self::assertCount( 6, $this->sent );
		self::assertSame( array( 0 ), array_unique( array_column( $this->sent, 'redirection' ) ) );
		self::assertSame( array( true ), array_unique( array_column( $this->sent, 'reject_unsafe_urls' ) ) );
	}

	public function test_an_answer_with_another_state_is_not_used_and_the_right_one_still_is(): void {
		$asked = $this->question();

		$this->come_back( array( 'state' => 'another' ) );
		$before = count( $this->sent );
		$this->come_back( array( 'state' => $asked['state'] ) );

		self::assertSame( 1, $before );
		self::assertTrue( self::connection()->is_there() );
	}

	public function test_an_answer_without_a_question_is_not_used(): void {
		update_option( 'obolus_server', 'https://obolus.example' );

		$this->come_back( array( 'state' => '' ) );

		self::assertSame( array(), $this->sent );
		self::assertStringContainsString( 'does not belong to a question', $this->page() );
	}

	public function test_a_state_is_of_one_person_and_good_once(): void {
		$asked = $this->question();
		$other = wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'administrator' ) );

		wp_set_current_user( $other );
		$this->come_back( array( 'state' => $asked['state'] ) );
		$of_another = count( $this->sent );
		wp_set_current_user( 1 );
		$this->come_back( array( 'state' => $asked['state'], 'error' => 'access_denied' ) );
		$this->come_back( array( 'state' => $asked['state'] ) );

		self::assertSame( array( 1, 1 ), array( $of_another, count( $this->sent ) ) );
		self::assertStringContainsString( 'You did not allow it', $this->page() );
	}

	public function test_an_answer_of_another_server_is_not_used(): void {
		foreach ( array( 'https://evil.example', '' ) as $issuer ) {
			$asked = $this->question();

			$this->come_back( array( 'state' => $asked['state'], 'iss' => $issuer ) );

			self::assertNotContains( 'https://obolus.example/oauth/token', array_column( $this->sent, 'url' ) );
			self::assertFalse( self::connection()->is_there() );
			self::assertStringContainsString( 'does not come from https://obolus.example', $this->page() );
		}
	}

	public function test_a_refused_exchange_says_what_the_server_says_without_its_markup(): void {
		$asked                        = $this->question();
		$this->server['/oauth/token'] = self::answered( 400, array( 'error' => 'invalid_grant', 'error_description' => 'Spent.<script>alert(1)</script>"&' ) );

		$this->come_back( array( 'state' => $asked['state'] ) );

		self::assertFalse( self::connection()->is_there() );
		self::assertStringContainsString( 'Spent.', $page = $this->page() );
		self::assertStringNotContainsString( '<script>alert', $page );
	}

	public function test_an_answer_without_usable_tokens_does_not_connect(): void {
		foreach ( array( array(), array( 'access_token' => "a\r\nX: y", 'refresh_token' => 'r' ), array( 'access_token' => array( 'a' ), 'refresh_token' => 'r' ) ) as $answer ) {
			$asked                        = $this->question();
			$this->server['/oauth/token'] = self::answered( 200, $answer );

			$this->come_back( array( 'state' => $asked['state'] ) );

			self::assertFalse( self::connection()->is_there() );
		}
	}

	public function test_a_refused_registration_says_why_and_the_address_is_kept(): void {
		$this->server['/oauth/register'] = self::answered( 400, array( 'error' => 'invalid_redirect_uri', 'error_description' => 'People are sent back by https.' ) );

		self::assertStringContainsString( 'page=obolus', $this->connect() );
		self::assertSame( 'https://obolus.example', get_option( 'obolus_server' ) );
		self::assertStringContainsString( 'People are sent back by https.', $this->page() );
	}

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

	private static function connection(): Connection {
		return new Connection( new Settings() );
	}

	/** Sends the form that connects. */
	private function connect( array $more = array() ): string {
		$_POST    = $more + array( 'server' => 'https://obolus.example/', 'how' => 'app', '_wpnonce' => wp_create_nonce( 'obolus_connect' ) );
		$_REQUEST = $_POST;
		return self::outcome( static fn () => do_action( 'admin_post_obolus_connect' ) );
	}

	/** What the server is asked when somebody connects. */
	private function question(): array {
		$led = $this->connect();
		self::assertStringStartsWith( 'https://obolus.example/oauth/authorize?', $led );
		parse_str( wp_parse_url( $led, PHP_URL_QUERY ), $asked );
		return $asked;
	}

	/** Comes back from the server. */
	private function come_back( array $answer ): string {
		$_GET = $answer + array( 'code' => 'the code', 'iss' => 'https://obolus.example' );
		return self::outcome( static fn () => do_action( 'admin_post_obolus_connected' ) );
	}

	private function disconnect(): void {
		$_POST    = array( '_wpnonce' => wp_create_nonce( 'obolus_disconnect' ) );
		$_REQUEST = $_POST;
		self::outcome( static fn () => do_action( 'admin_post_obolus_disconnect' ) );
	}

	/** The page of the settings, with what is said above it. */
	private function page(): string {
		set_current_screen( 'settings_page_obolus' );
		$proof = new Obolus\Connection\Proof( new Obolus\Connection\Server( self::connection() ) );
		ob_start();
		( new Obolus\Connection\Notices( self::connection() ) )->show();
		( new Obolus\Settings_Page( self::connection(), $proof ) )->show();
		unset( $GLOBALS['current_screen'] );
		return ob_get_clean();
	}
}
