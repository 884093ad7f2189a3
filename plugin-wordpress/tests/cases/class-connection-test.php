<?php
use Obolus\Connection\Connection;
use Obolus\Connection\Lock;
use Obolus\Connection\Safe;
use Obolus\Connection\Secrets;
use Obolus\Connection\Server;
use Obolus\Settings;

final class Connection_Test extends WordPress_Test {

	private const BY_OAUTH = array(
		'token'         => 'first',
		'refresh'       => 'refresh-1',
		'client_id'     => 'id',
		'client_secret' => 'se:cret',
	);

	public function test_what_is_sealed_is_not_readable_and_comes_back_whole(): void {
		$sealed = Secrets::seal( 'a token' );

		self::assertStringNotContainsString( 'a token', base64_decode( $sealed ) );
		self::assertNotSame( $sealed, Secrets::seal( 'a token' ) );
		self::assertSame( 'a token', Secrets::open( $sealed ) );
	}

	public function test_what_was_not_sealed_here_is_not_opened(): void {
		$sealed      = Secrets::seal( 'a token' );
		$sealed[40]  = 'A' === $sealed[40] ? 'B' : 'A';

		self::assertNull( Secrets::open( $sealed ) );
		self::assertNull( Secrets::open( '' ) );
		self::assertNull( Secrets::open( 'no base64 !' ) );
	}

	public function test_tokens_are_neither_readable_in_the_database_nor_loaded_with_every_page(): void {
		self::a_connection( self::BY_OAUTH );

		self::assertStringNotContainsString( 'refresh-1', get_option( 'obolus_token' ) );
		self::assertArrayNotHasKey( 'obolus_token', wp_load_alloptions( true ) );
	}

	public function test_a_site_whose_salts_have_changed_is_not_connected_and_is_told_so(): void {
		$connection = self::a_connection();

		add_filter( 'salt', static fn ( $salt ) => $salt . 'changed' );

		self::assertFalse( $connection->is_there() );
		self::assertSame( '', $connection->token() );
		self::assertStringContainsString( 'secret keys of this site have changed', $connection->trouble() );
	}

	public function test_nobody_is_asked_before_the_site_is_connected(): void {
		update_option( 'obolus_server', 'https://obolus.example' );

		$answer = ( new Server( new Connection( new Settings() ) ) )->ask( 'GET', '/api/v1/account' );

		self::assertSame( array(), $this->sent );
		self::assertStringContainsString( 'not connected', $answer->sentence() );
		self::assertTrue( $answer->is_worth_repeating() );
	}

	public function test_a_token_is_not_shown_to_another_server(): void {
		$connection = self::a_connection();
		remove_all_filters( 'pre_update_option_obolus_server' );

		update_option( 'obolus_server', 'https://other.example' );

		self::assertSame( '', $connection->token() );
		self::assertFalse( $connection->is_there() );
	}

	public function test_a_token_is_renewed_before_its_time_is_up_and_the_new_refresh_token_is_kept(): void {
		$connection   = self::a_connection( self::BY_OAUTH + array( 'ends' => time() + 30 ) );
		$this->answer = $this->renewing();

		self::assertSame( 'second', $connection->token() );
		self::assertSame( 'second', $connection->token() );
		self::assertCount( 1, $this->sent );
		self::assertSame( 'https://obolus.example/oauth/token', $this->sent[0]['url'] );
		self::assertSame( 'grant_type=refresh_token&refresh_token=refresh-1', $this->sent[0]['body'] );
		self::assertSame( 'Basic ' . base64_encode( 'id:se%3Acret' ), $this->sent[0]['headers']['Authorization'] );
		self::assertSame( 'refresh-2', ( new Safe( 'obolus_token' ) )->read()['refresh'] );
	}

	public function test_a_token_that_the_server_refuses_is_renewed_once_and_the_question_asked_again(): void {
		$connection   = self::a_connection( self::BY_OAUTH );
		$this->answer = $this->renewing();

		$answer = ( new Server( $connection ) )->ask( 'POST', '/api/v1/things', array( 'url' => 'https://blog.example/' ) );

		self::assertSame( 200, $answer->status );
		self::assertSame( array( 'Bearer first', 'Basic ' . base64_encode( 'id:se%3Acret' ), 'Bearer second' ), array_column( array_column( $this->sent, 'headers' ), 'Authorization' ) );
	}

	public function test_a_question_that_is_refused_with_the_new_token_too_is_not_asked_for_ever(): void {
		$connection   = self::a_connection( self::BY_OAUTH );
		$renewing     = $this->renewing();
		$this->answer = static fn ( $request, $url ) => false === strpos( $url, '/oauth/' ) ? self::answered( 401 ) : $renewing( $request, $url );

		self::assertSame( 401, ( new Server( $connection ) )->ask( 'GET', '/api/v1/account' )->status );
		self::assertCount( 3, $this->sent );
	}

	public function test_who_waits_while_another_renews_takes_what_the_other_got(): void {
		$other      = new Lock( 'obolus_renewal_lock' );
		$connection = self::a_connection( self::BY_OAUTH + array( 'ends' => time() - 1 ) );
		$other->take();
		$waiting = new Connection(
			new Settings(),
			new Lock(
				'obolus_renewal_lock',
				static function () use ( $other, $connection ) {
					$connection->keep( array( 'token' => 'of the other', 'ends' => time() + 3600 ) + self::BY_OAUTH );
					$other->release();
				}
			)
		);

		self::assertSame( 'of the other', $waiting->token() );
		self::assertSame( array(), $this->sent );
	}

	public function test_nobody_renews_while_the_lock_is_held(): void {
		self::a_connection( self::BY_OAUTH + array( 'ends' => time() - 1 ) );
		( new Lock( 'obolus_renewal_lock' ) )->take();
		$waits   = 0;
		$waiting = new Connection(
			new Settings(),
			new Lock(
				'obolus_renewal_lock',
				static function () use ( &$waits ) {
					++$waits;
				}
			)
		);

		self::assertSame( '', $waiting->token() );
		self::assertSame( array(), $this->sent );
		self::assertSame( 60, $waits );
	}

	public function test_a_lock_whose_holder_has_died_is_taken_after_a_minute(): void {
		add_option( 'obolus_renewal_lock', ( time() - 61 ) . ':dead' );

		self::assertTrue( ( new Lock( 'obolus_renewal_lock', static fn () => self::fail( 'It waits.' ) ) )->take() );
	}

	public function test_a_refresh_token_that_is_refused_ends_the_connection_with_the_servers_sentence(): void {
		$connection   = self::a_connection( self::BY_OAUTH );
		$this->answer = static fn ( $request, $url ) => self::answered( false === strpos( $url, '/oauth/' ) ? 401 : 400, array( 'error' => 'invalid_grant', 'error_description' => 'This is <b>spent</b>.' ) );

		( new Server( $connection ) )->ask( 'GET', '/api/v1/account' );

		self::assertFalse( $connection->is_there() );
		self::assertStringContainsString( 'This is spent.', $connection->trouble() );
		self::assertCount( 2, $this->sent );
	}

	public function test_a_server_that_does_not_answer_ends_nothing(): void {
		$connection = self::a_connection( self::BY_OAUTH + array( 'ends' => time() - 1 ) );

		$answer = ( new Server( $connection ) )->ask( 'GET', '/api/v1/account' );

		self::assertTrue( $answer->is_worth_repeating() );
		self::assertTrue( $connection->is_there() );
		self::assertSame( 'refresh-1', ( new Safe( 'obolus_token' ) )->read()['refresh'] );
	}

	public function test_a_pasted_token_that_the_server_does_not_know_any_more_ends_the_connection(): void {
		$connection   = self::a_connection();
		$this->answer = static fn () => self::answered( 401, array( 'type' => 'https://obolus.example/problems/unauthorized', 'detail' => 'This token has ended.' ) );

		( new Server( $connection ) )->ask( 'GET', '/api/v1/account' );

		self::assertFalse( $connection->is_there() );
		self::assertStringContainsString( 'This token has ended.', $connection->trouble() );
	}

	/** A server at which the first token is over and the first refresh token good. */
	private function renewing(): callable {
		return static function ( $request, $url ) {
			if ( false !== strpos( $url, '/oauth/token' ) ) {
				return self::answered( 200, array( 'access_token' => 'second', 'expires_in' => 3600, 'refresh_token' => 'refresh-2' ) );
			}
			return self::answered( 'Bearer first' === $request['headers']['Authorization'] ? 401 : 200 );
		};
	}
}
