<?php
use Obolus\Authors\Author_Settings;
use Obolus\Connection\Authorization;
use Obolus\Connection\Notices;

final class Privacy_Tools_Test extends WordPress_Test {

	public function test_what_is_kept_about_an_author_is_exported_and_erased(): void {
		$author = self::somebody( 'author' );
		foreach ( array( 'account' => 'bob', 'from' => '2026-11-01', 'off' => '1', 'layout' => 'text' ) as $name => $value ) {
			Author_Settings::set( $author, $name, $value );
		}
		update_user_meta( $author, Author_Settings::AGAIN, time() );

		self::assertSame(
			array(
				'Your account at the server' => 'bob',
				'Your account counts from'   => '2026-11-01',
				'Your posts have no button'  => 'Yes',
				'How your buttons look'      => 'text',
			),
			self::exported( 'author@example.test' )
		);
		self::assertSame( array( true, false, array(), true ), self::erased( 'author@example.test' ) );
		self::assertSame( array(), self::exported( 'author@example.test' ) );
		self::assertSame( array(), array_filter( array_keys( get_user_meta( $author ) ), static fn ( $key ): bool => 0 === strpos( $key, 'obolus_' ) ) );
	}

	public function test_what_somebody_was_told_and_has_begun_is_exported_and_erased(): void {
		wp_set_current_user( self::somebody( 'administrator' ) );
		$this->answer = static fn () => self::answered( 201, array( 'client_id' => 'id', 'client_secret' => 'secret' ) );
		Notices::add( 'Nothing went well.', 'error' );
		$this->begin_to_connect();

		$exported = self::exported( 'administrator@example.test' );

		self::assertSame( array( 'What you were told last', 'A connection that you began' ), array_keys( $exported ) );
		self::assertSame( 'Nothing went well.', $exported['What you were told last'] );
		self::assertSame( array( true, false, array(), true ), self::erased( 'administrator@example.test' ) );
		self::assertSame( array(), self::exported( 'administrator@example.test' ) );
	}

	public function test_the_account_of_the_site_stays_and_whoever_runs_the_site_is_told(): void {
		self::a_connection()->is_of( 'alice' );
		self::somebody( 'administrator' );

		self::assertSame( array( 'This site is connected as' => 'alice' ), self::exported( 'administrator@example.test' ) );
		list( $removed, $retained, $messages ) = self::erased( 'administrator@example.test' );
		self::assertSame( array( false, true ), array( $removed, $retained ) );
		self::assertStringContainsString( 'connected as alice', $messages[0] );
		self::assertSame( 'alice', self::a_connection()->username() );
	}

	public function test_the_account_of_the_site_is_no_data_of_its_readers(): void {
		self::a_connection()->is_of( 'alice' );
		self::somebody( 'subscriber' );

		self::assertSame( array(), self::exported( 'subscriber@example.test' ) );
		self::assertSame( array( false, false, array(), true ), self::erased( 'subscriber@example.test' ) );
	}

	public function test_about_an_address_that_nobody_has_here_nothing_is_kept(): void {
		self::a_connection()->is_of( 'alice' );

		self::assertSame( array(), self::exported( 'reader@example.test' ) );
		self::assertSame( array( false, false, array(), true ), self::erased( 'reader@example.test' ) );
	}

	public function test_what_is_kept_about_others_stays(): void {
		update_user_meta( self::somebody( 'author' ), 'obolus_account', 'bob' );
		$other = self::somebody( 'editor' );
		update_user_meta( $other, 'obolus_account', 'carol' );

		self::erased( 'author@example.test' );

		self::assertSame( 'carol', get_user_meta( $other, 'obolus_account', true ) );
	}

	private static function somebody( string $role ): int {
		return wp_insert_user( array( 'user_login' => $role, 'user_pass' => 'pass', 'user_email' => "$role@example.test", 'role' => $role ) );
	}

	private function begin_to_connect(): void {
		$_POST    = array( 'server' => 'https://obolus.example' );
		$_REQUEST = array( '_wpnonce' => wp_create_nonce( Authorization::CONNECT ) );
		self::assertStringContainsString( '/oauth/authorize', self::outcome( static fn () => do_action( 'admin_post_' . Authorization::CONNECT ) ) );
	}

	/** What WordPress's tool exports, by name. */
	private static function exported( string $address ): array {
		$answer = call_user_func( apply_filters( 'wp_privacy_personal_data_exporters', array() )['obolus']['callback'], $address, 1 );
		self::assertTrue( $answer['done'] );
		return array_column( $answer['data'][0]['data'] ?? array(), 'value', 'name' );
	}

	private static function erased( string $address ): array {
		$answer = call_user_func( apply_filters( 'wp_privacy_personal_data_erasers', array() )['obolus']['callback'], $address, 1 );
		return array( $answer['items_removed'], $answer['items_retained'], $answer['messages'], $answer['done'] );
	}
}
