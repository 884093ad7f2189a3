<?php
use Obolus\Numbers\Kept;
use Obolus\Numbers\Month;
use Obolus\Numbers\Most_Flattred;
use Obolus\Things\Records;

require_once __DIR__ . '/../class-numbers-test.php';

final class Numbers_Reading_Test extends Numbers_Test {

	public function test_what_the_server_says_is_read_without_losing_a_micro(): void {
		$this->says['/api/v1/statements/received/2026-11'] = self::statement( '2026-11', 'open', array( self::thing( 1, 2, 666667 ), self::thing( 2, 1, 9007199254740994 ) ) );
		$figures = $this->reading()->figures();

		self::assertSame( array( 3, 9007199255407661, 900719925540766, 8106479329866895 ), array( $figures->now()->clicks, $figures->now()->gross, $figures->now()->fee, $figures->now()->net ) );
		self::assertSame( array( 45600000, 'settled', 8 ), array( $figures->balance, $figures->months[1]->state, $figures->months[1]->clicks + 5 ) );
		self::assertSame( '', $this->reading()->sentence() );
	}

	public function test_what_claims_have_paid_belongs_to_the_month_of_the_flattrs(): void {
		$this->says['/api/v1/statements/received/2026-10'] = self::statement( '2026-10', 'settled', array( self::thing( 1, 1, 1000000 ) ), array( 'claimed' => array( self::thing( 2, 4, 2000000 ) ), 'claims' => array( array( 'gross_micros' => 2000000, 'fee_micros' => 200000, 'net_micros' => 1800000 ) ) ) );
		$october = $this->reading()->figures()->months[1];

		self::assertSame( array( 5, 3000000, 300000, 2700000 ), array( $october->clicks, $october->gross, $october->fee, $october->net ) );
	}

	public function test_the_server_is_not_asked_again_before_five_minutes_are_over(): void {
		$this->reading()->figures();
		$first = count( $this->sent );
		$this->minutes_pass( 4 );
		$this->reading()->figures();
		self::assertSame( array( 4, 4 ), array( $first, count( $this->sent ) ) );

		$this->minutes_pass( 1 );
		$this->reading()->figures();
		self::assertSame( array( '/api/v1/months', '/api/v1/revenue', '/api/v1/statements/received/2026-11' ), array_slice( $this->asked(), 4 ) );
	}

	public function test_a_settled_month_is_read_again_after_a_day_and_one_under_review_each_time(): void {
		$this->reading()->figures();
		$this->minutes_pass( 24 * 60 );
		$this->reading()->figures();
		self::assertSame( array( '/api/v1/statements/received/2026-10' ), array_slice( $this->asked(), 7 ) );

		$this->says['/api/v1/statements/received/2026-10'] = self::statement( '2026-10', 'closed', array() );
		$this->minutes_pass( 24 * 60 );
		$this->reading()->figures();
		$this->minutes_pass( 5 );
		$this->reading()->figures();
		self::assertSame( '/api/v1/statements/received/2026-10', $this->asked()[15] );
	}

	public function test_no_more_than_six_months_are_read(): void {
		$this->says['/api/v1/months'] = array();
		foreach ( range( 1, 11 ) as $month ) {
			$name = sprintf( '2026-%02d', 12 - $month );
			$this->says['/api/v1/months'][] = self::stage( $name, 'settled' );
			$this->says[ "/api/v1/statements/received/$name" ] = self::statement( $name, 'settled', array() );
		}

		self::assertCount( 6, $this->reading()->figures()->months );
		self::assertCount( 8, $this->sent );
	}

	public function test_the_figures_of_another_account_are_not_shown_and_its_own_are_read_at_once(): void {
		$this->reading()->figures();
		self::a_connection()->is_of( 'bob' );
		$this->says['/api/v1/months'] = new WP_Error( 'http_request_failed', 'Nobody answers here.' );

		self::assertNull( $this->reading()->figures() );
		self::assertCount( 5, $this->sent );
	}

	public function test_nobody_is_asked_before_the_site_is_connected(): void {
		self::a_connection()->end();

		self::assertNull( $this->reading()->figures() );
		self::assertSame( array( array(), '' ), array( $this->sent, $this->reading()->sentence() ) );
	}

	public function test_what_everybody_may_read_is_not_asked_for_either_before_the_site_is_connected(): void {
		self::a_connection()->end();
		$answer = ( new Obolus\Connection\Server( $this->connection() ) )->read( '/api/v1/months' );

		self::assertSame( array( false, array() ), array( $answer->is_ok(), $this->sent ) );
	}

	public function test_what_somebody_else_wrote_into_the_option_is_no_figures(): void {
		foreach ( array( 'x', array( 'figures' => 'x' ), array( 'figures' => array( 'whom' => array( 'a', 'b' ), 'months' => array( 'x' ), 'read_at' => 1, 'balance' => 1, 'lacking' => 0, 'others' => 0 ) ) ) as $written ) {
			update_option( Kept::OPTION, $written );
			self::assertNull( ( new Kept() )->figures() );
		}
		$month = array( 'name' => '2026-11', 'state' => 'open', 'clicks' => 1, 'gross' => 1, 'fee' => 0, 'net' => 1, 'read_at' => 1 );
		self::assertSame( $month, Month::kept( $month )->to_keep() );
		self::assertNull( Month::kept( array( 'net' => -1 ) + $month ) );
		self::assertNull( Month::kept( array( 'state' => '<b>' ) + $month ) );
		self::assertSame( array(), Most_Flattred::kept( array( 'x', array( 'post' => 1 ), array( 'post' => '<b>', 'clicks' => 1, 'gross' => 1, 'in_all' => 1 ) ) ) );
	}

	public function test_the_most_flattred_posts_of_this_site_come_first_and_what_is_none_is_counted(): void {
		$few    = self::a_registered_post( 41 );
		$many   = self::a_registered_post( 42 );
		$same   = self::a_registered_post( 42 );
		$things = array( self::thing( 41, 1, 5000000 ), self::thing( 77, 4, 100 ), 'x', self::thing( 42, 6, 300000 ) );
		$found  = Most_Flattred::of( $things, new Records() );

		self::assertLessThan( $same, $many );
		self::assertSame( array( array( 'post' => $many, 'clicks' => 6, 'gross' => 300000, 'in_all' => 11 ), array( 'post' => $few, 'clicks' => 1, 'gross' => 5000000, 'in_all' => 6 ) ), $found['posts'] );
		self::assertSame( 4, $found['others'] );
	}

	public function test_what_is_kept_is_not_loaded_with_every_page_and_goes_with_the_plugin(): void {
		$this->reading()->figures();
		$this->says['/counts?url=https%3A%2F%2Fblog.example%2F'] = array( 'counts' => array( array( 'url' => 'https://blog.example/', 'flattrs' => 1 ) ) );
		$this->counted()->of( array( 'https://blog.example/' ) );
		wp_cache_flush();
		global $wpdb;
		$kept = "SELECT COUNT( * ) FROM $wpdb->options WHERE option_name IN ( 'obolus_numbers', 'obolus_counted' )";

		self::assertSame( array( '2', array() ), array( (string) $wpdb->get_var( $kept ), array_intersect( array( 'obolus_numbers', 'obolus_counted' ), array_keys( wp_load_alloptions( true ) ) ) ) );

		add_filter( 'query', static fn ( $query ) => 0 === strpos( $query, 'DROP TABLE' ) ? 'SELECT 1' : $query );
		( new Obolus\Removal() )->everywhere();

		self::assertSame( '0', (string) $wpdb->get_var( $kept ) );
	}
}
