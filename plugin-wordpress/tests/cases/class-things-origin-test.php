<?php
use Obolus\Connection\Connection;
use Obolus\Settings;
use Obolus\Things\Queue;
use Obolus\Things\Records;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Origin_Test extends Things_Test {

	private const OTHER = 'https://other.example';

	public function test_correcting_the_address_of_the_server_loses_nothing_that_waits(): void {
		delete_option( 'obolus_token' );
		$waits   = self::a_post();
		$removed = self::a_post();
		wp_trash_post( $removed );
		update_option( 'obolus_backlog', $waits );

		update_option( 'obolus_server', self::OTHER );

		self::assertSame( Records::WAITING, self::record( $waits )->state );
		self::assertSame( Records::REMOVING, self::record( $removed )->state );
		self::assertSame( (string) $waits, (string) get_option( 'obolus_backlog' ) );
	}

	public function test_another_server_is_told_everything_and_not_asked_for_the_numbers_of_the_first(): void {
		$post = self::a_post();
		$gone = self::a_post();
		$this->cron();
		wp_trash_post( $gone );
		$this->connect_to( self::OTHER );
		$before       = array( self::record( $post ), self::record( $gone ) );
		$up           = $this->answer;
		$this->answer = static fn ( $request, $url ) => 'GET' === $request['method'] ? self::answered( 404 ) : $up( $request, $url );
		$this->cron();

		self::assertSame( array( Records::WAITING, Records::REMOVING ), array_column( $before, 'state' ) );
		self::assertSame( array( 'GET', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertStringStartsWith( self::OTHER . '/api/v1/things?url=', $this->sent[0]['url'] );
		self::assertSame( array( get_permalink( $post ) ), array_column( $this->things( 1 ), 'url' ) );
		self::assertSame( array( Records::REGISTERED, Records::REMOVED ), array( self::record( $post )->state, self::record( $gone )->state ) );
	}

	public function test_the_same_server_under_another_name_takes_away_what_waited_to_be_taken_away(): void {
		$gone = self::a_post();
		$this->cron();
		wp_trash_post( $gone );
		$this->connect_to( self::OTHER );
		$this->answer = static fn ( $request ) => 'GET' === $request['method'] ? self::answered( 200, array( 'id' => 77 ) ) : self::answered( 204 );
		$this->cron();

		self::assertSame( self::OTHER . '/api/v1/things/77', $this->sent[1]['url'] );
		self::assertSame( Records::REMOVED, self::record( $gone )->state );
	}

	public function test_who_connects_to_the_same_server_again_keeps_the_numbers(): void {
		$post = self::a_post();
		$this->cron();
		$this->connect_to( 'https://obolus.example' );

		self::assertSame( array( self::THING, Records::WAITING ), array( self::record( $post )->thing_id, self::record( $post )->state ) );
	}

	public function test_a_copy_that_is_connected_itself_takes_nothing_of_the_other_site_away(): void {
		$post = self::a_post();
		$gone = self::a_post();
		$this->cron();
		wp_trash_post( $gone );
		self::the_site_stands_at( 'https://staging.example' );
		self::sent_form( 'obolus_site_copied' );
		$this->connect_to( 'https://obolus.example' );
		$this->cron();

		self::assertSame( array( 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( array( get_permalink( $post ) ), array_column( $this->things( 0 ), 'url' ) );
		self::assertSame( Records::REMOVED, self::record( $gone )->state );
	}

	public function test_a_copy_whose_addresses_were_rewritten_takes_nothing_of_the_other_site_away_either(): void {
		global $wpdb;
		$post = self::a_post();
		$this->cron();
		self::assertStringNotContainsString( wp_parse_url( home_url(), PHP_URL_HOST ), wp_json_encode( get_option( 'obolus_things_origin' ) ) );
		self::the_site_stands_at( 'https://staging.example' );
		$wpdb->update( $wpdb->prefix . 'obolus_things', array( 'url' => get_permalink( $post ) ), array( 'post_id' => $post ) );
		$this->connect_to( 'https://obolus.example' );
		wp_trash_post( $post );
		$this->cron();

		self::assertSame( array(), $this->sent );
	}

	public function test_a_site_that_has_moved_keeps_the_numbers_also_when_it_is_connected_once_more(): void {
		$post = self::a_post();
		$this->cron();
		$this->answer = static fn () => self::answered( 503 );
		self::the_site_stands_at( 'https://new.example' );
		self::sent_form( 'obolus_site_moved' );
		$this->connect_to( 'https://obolus.example' );

		self::assertSame( self::THING, self::record( $post )->thing_id );
	}

	public function test_who_is_sending_to_the_first_server_meanwhile_keeps_none_of_its_numbers(): void {
		$post   = self::a_post();
		$leased = ( new Queue() )->lease( 1 )[0];
		$leased->registered( self::THING, 'digest' );
		$this->connect_to( self::OTHER );
		( new Queue() )->settle( $leased );

		self::assertSame( array( 0, Records::WAITING ), array( self::record( $post )->thing_id, self::record( $post )->state ) );
		self::assertCount( 1, ( new Queue() )->lease( 10 ) );
	}

	/** Ends the connection, and makes another; what was sent until then is forgotten. */
	private function connect_to( string $server ): void {
		( new Connection( new Settings() ) )->forget();
		update_option( 'obolus_server', $server );
		( new Connection( new Settings() ) )->keep( array( 'token' => 'good' ) );
		do_action( 'obolus_connected' );
		$this->sent = array();
	}
}
