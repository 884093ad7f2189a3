<?php
use Obolus\Authors\Offer;
use Obolus\Authors\Schedule;

require_once __DIR__ . '/../class-authors-test.php';

final class Authors_Schedule_Test extends Authors_Test {

	public function test_an_answer_that_got_lost_makes_nothing_twice_and_leaves_nothing_behind(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = function ( $request ) {
			if ( 'POST' === $request['method'] ) {
				$this->made( 'anna', 'anna_a', 'proposed' );
				return new WP_Error( 'http_request_failed', 'Cut.' );
			}
		};
		$this->delivers();
		$this->instead = null;
		$this->delivers();
		$state = $this->offer()->get( 'state' );
		self::gives( $this->anna, '' );
		$this->delivers();

		self::assertSame( Offer::PROPOSED, $state );
		self::assertSame( array( 'POST anna anna_a', 'DELETE 71' ), $this->asked() );
	}

	public function test_what_may_have_been_made_is_ended_when_the_account_is_another_one_meanwhile(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = function ( $request ) {
			if ( 'POST' === $request['method'] ) {
				$this->made( 'anna', 'anna_a', 'proposed' );
				return new WP_Error( 'http_request_failed', 'Cut.' );
			}
		};
		$this->delivers();
		$this->instead = null;
		self::gives( $this->anna, 'anna_b' );
		$this->delivers();

		self::assertSame( array( 'POST anna anna_a', 'DELETE 71', 'POST anna anna_b' ), $this->asked() );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	public function test_a_server_that_is_down_is_asked_once_and_later_and_later(): void {
		self::gives( $this->anna, 'anna_a' );
		self::gives( self::a_person( 'bert' ), 'bert_b' );
		$this->instead = static fn () => self::answered( 503 );
		$pauses        = array();
		foreach ( range( 1, 12 ) as $run ) {
			$this->delivers();
			$pauses[] = wp_next_scheduled( Schedule::HOOK ) - time();
		}
		$this->instead = static fn () => self::answered( 429, array(), array( 'retry-after' => '90000' ) );
		$this->delivers();
		$longest       = wp_next_scheduled( Schedule::HOOK ) - time();
		$this->instead = null;
		$this->delivers();

		self::assertEqualsWithDelta( 75, $pauses[0], 16 );
		self::assertGreaterThan( 8 * $pauses[0], $pauses[5] );
		self::assertLessThanOrEqual( 9 * HOUR_IN_SECONDS, max( $pauses ) );
		self::assertGreaterThanOrEqual( 89990, $longest );
		self::assertSame( array( 'POST anna anna_a', 'POST bert bert_b' ), $this->asked() );
		self::assertCount( 13 + 3, $this->sent );
	}

	public function test_a_long_list_is_read_to_its_end_before_anything_is_made_or_ended(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$there         = array_pop( $this->given );
		$path          = '/api/v1/sites/' . self::HOST . '/assignments';
		$this->instead = static function ( $request, $url ) use ( $there, $path ) {
			if ( false !== strpos( $url, 'limit=100&cursor=b2' ) ) {
				return self::answered( 200, array( 'items' => array( $there ) ), array( 'link' => array( "<$path?limit=100>; rel=\"first\"" ) ) );
			}
			self::assertStringEndsWith( "$path?limit=100", $url );
			return self::answered( 200, array( 'items' => array() ), array( 'link' => array( "<$path?limit=100>; rel=\"first\"", "<$path?limit=100&cursor=b2>; rel=\"next\"" ) ) );
		};
		$this->delivers();

		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
		self::assertCount( 1, $this->asked() );
	}

	public function test_what_has_no_place_among_those_that_wait_is_offered_when_some_are_answered(): void {
		self::gives( $this->anna, 'anna_a' );
		self::gives( self::a_person( 'bert' ), 'bert_b' );
		$full          = self::answered( 409, array( 'type' => '/problems/too_many_assignments', 'detail' => '50 proposals wait.' ) );
		$this->instead = static fn ( $request ) => 'POST' === $request['method'] ? $full : null;
		$this->delivers();
		$asked         = $this->asked();
		$when          = wp_next_scheduled( Schedule::HOOK ) - time();
		$this->instead = null;
		$this->delivers();

		self::assertSame( array( 'POST anna anna_a' ), $asked );
		self::assertEqualsWithDelta( HOUR_IN_SECONDS, $when, 5 );
		self::assertSame( array( 'POST anna anna_a', 'POST bert bert_b' ), array_slice( $this->asked(), 1 ) );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	public function test_an_answer_without_a_list_ends_nothing(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->instead = static fn () => self::answered( 200, array( 'items' => 'none' ) );
		$this->delivers();

		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
		self::assertCount( 1, $this->asked() );
	}

	public function test_a_run_is_followed_by_another_also_when_it_is_killed_and_two_do_not_run_at_once(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = function () {
			self::assertNotFalse( wp_next_scheduled( Schedule::HOOK ) );
			throw new RuntimeException( 'Killed.' );
		};
		try {
			$this->delivers();
			self::fail( 'It was not killed.' );
		} catch ( RuntimeException $killed ) {
			self::assertSame( 'Killed.', $killed->getMessage() );
		}
		self::assertGreaterThan( time(), wp_next_scheduled( Schedule::HOOK ) );
		$this->instead = null;
		$this->delivers();

		self::assertSame( array( 'POST anna anna_a' ), $this->asked() );
	}

	public function test_what_waits_for_somebody_is_looked_at_every_hour_and_what_is_in_force_once_a_day(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$waiting = wp_next_scheduled( Schedule::HOOK ) - time();
		$this->given[ array_key_last( $this->given ) ]['state'] = 'in_force';
		$this->delivers();

		self::assertEqualsWithDelta( HOUR_IN_SECONDS, $waiting, 5 );
		self::assertEqualsWithDelta( DAY_IN_SECONDS, wp_next_scheduled( Schedule::HOOK ) - time(), 5 );
	}

	public function test_the_administration_begins_again_what_others_have_cleared(): void {
		wp_clear_scheduled_hook( Schedule::HOOK );
		$this->schedule()->wake_if_forgotten();
		$there = wp_next_scheduled( Schedule::HOOK );
		wp_clear_scheduled_hook( Schedule::HOOK );
		delete_option( 'obolus_token' );
		$this->schedule()->wake_if_forgotten();

		self::assertNotFalse( $there );
		self::assertFalse( wp_next_scheduled( Schedule::HOOK ) );
	}

	private function schedule(): Schedule {
		$settings   = new Obolus\Settings();
		$connection = new Obolus\Connection\Connection( $settings );
		$server     = new Obolus\Connection\Server( $connection );
		return new Schedule( $connection, $server, new Obolus\Connection\Proof( $server ), new Obolus\Things\Records(), new Obolus\Things\Sender( $connection, $server, $settings ) );
	}
}
