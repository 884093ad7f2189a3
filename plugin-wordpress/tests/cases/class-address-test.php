<?php
use Obolus\Connection\Address;
use Obolus\Connection\Server;
use Obolus\Connection\Connection;
use Obolus\Settings;

final class Address_Test extends WordPress_Test {

	/** @dataProvider addresses_that_will_do */
	public function test_an_address_with_https_or_of_this_machine_will_do( string $written ): void {
		self::assertSame( '', Address::refusal( $written, 'production' ) );
	}

	public static function addresses_that_will_do(): array {
		return array(
			array( 'https://obolus.example' ),
			array( 'https://obolus.example:8443/obolus' ),
			array( 'https://bücher.example' ),
			array( 'http://localhost:8080' ),
			array( 'http://obolus.localhost' ),
			array( 'http://127.0.0.1:8080' ),
			array( 'http://[::1]:8080' ),
		);
	}

	/** @dataProvider addresses_that_will_not_do */
	public function test_a_refused_address_is_told_why( string $written, string $why ): void {
		self::assertStringContainsString( $why, Address::refusal( $written, 'production' ) );
	}

	public static function addresses_that_will_not_do(): array {
		return array(
			array( 'http://obolus.example', 'could read the token' ),
			array( 'http://localhost.example', 'could read the token' ),
			array( 'http://127.0.0.1.example', 'could read the token' ),
			array( 'http://192.168.0.1', 'could read the token' ),
			array( 'https://alice@obolus.example', 'without a name' ),
			array( 'https://alice:secret@obolus.example', 'without a name' ),
			array( 'http://127.0.0.1:8080@evil.example', 'without a name' ),
			array( 'https://obolus.example/?a=1', 'a ? or a #' ),
			array( 'https://obolus.example/?', 'a ? or a #' ),
			array( 'https://obolus.example/#a', 'a ? or a #' ),
			array( 'javascript:alert(1)', 'beginning with https://' ),
			array( 'obolus.example', 'beginning with https://' ),
			array( 'https://', 'beginning with https://' ),
			array( 'https:///obolus', 'beginning with https://' ),
			array( 'https://obolus.example\\@evil.example', 'beginning with https://' ),
			array( "https://obolus.example/\r\nX: y", 'beginning with https://' ),
			array( '', 'beginning with https://' ),
		);
	}

	public function test_http_will_do_everywhere_where_a_site_is_being_developed(): void {
		self::assertSame( array( '', '' ), array( Address::refusal( 'http://obolus.example', 'local' ), Address::refusal( 'http://obolus.example', 'development' ) ) );
		self::assertNotSame( '', Address::refusal( 'http://obolus.example', 'staging' ) );
		self::assertSame( 'local', wp_get_environment_type() );
		self::assertSame( '', Address::refusal( 'http://obolus.example' ) );
	}

	public function test_a_refused_address_leaves_the_old_one_and_says_why(): void {
		update_option( 'obolus_server', 'https://obolus.example' );

		update_option( 'obolus_server', 'https://alice@obolus.example' );

		self::assertSame( 'https://obolus.example', get_option( 'obolus_server' ) );
		self::assertStringContainsString( 'without a name', get_settings_errors( 'obolus' )[0]['message'] );
	}

	public function test_who_connects_with_a_refused_address_is_told_why_and_the_old_one_stays(): void {
		update_option( 'obolus_server', 'https://obolus.example' );

		self::sent_form( 'obolus_connect', array( 'server' => 'https://obolus.example/?a', 'how' => 'app' ) );

		self::assertSame( 'https://obolus.example', get_option( 'obolus_server' ) );
		self::assertStringContainsString( 'a ? or a #', get_transient( 'obolus_notices_1' )[0][0] );
		self::assertSame( array(), $this->sent );
	}

	public function test_who_connects_to_a_server_inside_the_network_is_told_that_it_is_not_asked(): void {
		foreach ( array( 'app', 'token' ) as $how ) {
			self::sent_form( 'obolus_connect', array( 'server' => 'https://10.0.0.1:8443', 'how' => $how, 'token' => 'pasted' ) );

			self::assertStringContainsString( 'inside the network', get_transient( 'obolus_notices_1' )[0][0] );
			delete_transient( 'obolus_notices_1' );
		}
	}

	public function test_a_server_that_may_be_asked_and_does_not_answer_is_said_to_be_just_that(): void {
		add_filter( 'http_request_host_is_external', '__return_true' );
		self::sent_form( 'obolus_connect', array( 'server' => 'https://10.0.0.1:8443', 'how' => 'app' ) );
		self::sent_form( 'obolus_connect', array( 'server' => 'http://127.0.0.1:8443', 'how' => 'app' ) );

		self::assertSame( array( 'The server did not answer.', 'The server did not answer.' ), array_column( get_transient( 'obolus_notices_1' ), 0 ) );
	}

	public function test_the_address_can_be_taken_away(): void {
		update_option( 'obolus_server', 'https://obolus.example' );

		update_option( 'obolus_server', '' );

		self::assertSame( '', get_option( 'obolus_server' ) );
	}

	public function test_only_a_server_of_this_machine_is_asked_inside_the_network(): void {
		foreach ( array( 'https://obolus.example' => true, 'http://localhost:8080' => false, 'http://[::1]:8080' => false, 'http://127.0.0.1:8080' => false ) as $server => $guarded ) {
			$this->ask( $server );

			self::assertSame( $guarded, end( $this->sent )['reject_unsafe_urls'], $server );
			self::assertSame( 0, end( $this->sent )['redirection'] );
		}
		self::assertCount( 4, $this->sent );
	}

	public function test_a_server_may_listen_on_any_port_and_nobody_else_may(): void {
		$ports        = array();
		$this->answer = static function ( $request, $url ) use ( &$ports ) {
			$ports[] = apply_filters( 'http_allowed_safe_ports', array( 80, 443, 8080 ), 'obolus.example', $url );
			return self::answered( 200 );
		};

		$this->ask( 'https://obolus.example:8443' );

		self::assertContains( 8443, $ports[0] );
		self::assertSame( array( 80 ), apply_filters( 'http_allowed_safe_ports', array( 80 ), 'obolus.example', '' ) );
	}

	/** Asks a server as whom it has given a token. */
	private function ask( string $server ): void {
		( new Connection( new Settings() ) )->forget();
		update_option( 'obolus_server', $server );
		$connection = new Connection( new Settings() );
		$connection->keep( array( 'token' => 'good' ) );
		( new Server( $connection ) )->ask( 'GET', '/api/v1/account' );
	}
}
