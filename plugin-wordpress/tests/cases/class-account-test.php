<?php
use Obolus\Connection\Account;
use Obolus\Connection\Connection;
use Obolus\Settings;

final class Account_Test extends WordPress_Test {

	private const TOKENS = array( 'access_token' => 'first', 'expires_in' => 3600, 'refresh_token' => 'refresh-1' );

	/** @var array What the server answers about the account. */
	private $account;

	protected function setUp(): void {
		parent::setUp();
		$this->account = self::answered( 200, array( 'username' => 'alice' ) );
		$this->answer  = function ( $request, $url ) {
			$answers = array(
				'/oauth/register' => self::answered( 201, array( 'client_id' => 'id' ) ),
				'/oauth/token'    => self::answered( 200, self::TOKENS ),
				'/api/v1/account' => $this->account,
			);
			return $answers[ wp_parse_url( $url, PHP_URL_PATH ) ] ?? self::answered( 503 );
		};
	}

	public function test_a_name_that_the_server_did_not_say_is_asked_for_until_it_does(): void {
		$this->account = self::answered( 503 );
		$this->connect();
		$connected = self::connection()->is_there();
		$this->time_comes();
		$still = wp_next_scheduled( Account::HOOK );
		$this->account = self::answered( 200, array( 'username' => 'alice' ) );
		$this->time_comes();

		self::assertSame( array( true, 'alice' ), array( $connected, self::connection()->username() ) );
		self::assertGreaterThan( time(), $still );
		self::assertFalse( wp_next_scheduled( Account::HOOK ) );
	}

	public function test_the_owner_who_opens_the_settings_need_not_wait_for_it(): void {
		$this->account = self::answered( 200, array( 'username' => array( 'alice' ) ) );
		$this->connect();
		self::assertStringContainsString( 'has not said yet as whom', $this->page() );

		$this->account = self::answered( 200, array( 'username' => 'alice' ) );
		do_action( 'load-settings_page_obolus' );

		self::assertStringContainsString( 'connected to https://obolus.example as alice.', $this->page() );
	}

	public function test_nobody_is_asked_for_a_name_that_is_known_or_without_a_connection(): void {
		$this->connect();
		$this->sent = array();
		do_action( Account::HOOK );
		do_action( 'load-settings_page_obolus' );
		self::connection()->forget();
		do_action( Account::HOOK );
		do_action( 'load-settings_page_obolus' );

		self::assertSame( array(), $this->sent );
		self::assertFalse( wp_next_scheduled( Account::HOOK ) );
	}

	private static function connection(): Connection {
		return new Connection( new Settings() );
	}

	/** Connects by OAuth. */
	private function connect(): void {
		$led = self::sent_form( 'obolus_connect', array( 'server' => 'https://obolus.example', 'how' => 'app' ) );
		parse_str( wp_parse_url( $led, PHP_URL_QUERY ), $asked );
		$_GET = array( 'state' => $asked['state'], 'code' => 'the code', 'iss' => 'https://obolus.example' );
		self::outcome( static fn () => do_action( 'admin_post_obolus_connected' ) );
	}

	/** What WP-Cron does with the event that waits. */
	private function time_comes(): void {
		self::assertNotFalse( wp_next_scheduled( Account::HOOK ) );
		wp_clear_scheduled_hook( Account::HOOK );
		do_action( Account::HOOK );
	}

	private function page(): string {
		$proof = new Obolus\Connection\Proof( new Obolus\Connection\Server( self::connection() ) );
		ob_start();
		( new Obolus\Settings_Page( self::connection(), $proof ) )->show();
		return ob_get_clean();
	}
}
