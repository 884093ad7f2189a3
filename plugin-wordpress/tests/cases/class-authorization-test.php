<?php
use Obolus\Connection\App;

require_once __DIR__ . '/../class-authorization-case.php';

final class Authorization_Test extends Authorization_Case {

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
}
