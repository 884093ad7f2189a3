<?php
use Obolus\Authors\Author_Settings;
use Obolus\Authors\Offer;
use Obolus\Authors\Schedule;

require_once __DIR__ . '/../class-authors-test.php';

final class Authors_Delivery_Test extends Authors_Test {

	public function test_an_account_that_is_chosen_is_offered_by_wp_cron_and_not_while_somebody_waits(): void {
		self::gives( $this->anna, 'anna_a', '2026-12-31' );
		$before = count( $this->sent );
		$when   = wp_next_scheduled( Schedule::HOOK );
		$this->delivers();

		self::assertSame( 0, $before );
		self::assertTrue( self::is_soon( $when ) );
		self::assertSame( array( 'POST anna anna_a 2026-12-31' ), $this->asked() );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	public function test_without_a_day_none_is_sent(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();

		self::assertSame( array( 'POST anna anna_a' ), $this->asked() );
	}

	public function test_what_is_there_is_not_made_again_and_its_state_is_read(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->given[ array_key_last( $this->given ) ]['state']    = 'in_force';
		$this->given[ array_key_last( $this->given ) ]['began_at'] = '2027-01-01T00:00:00Z';
		$this->delivers();

		self::assertCount( 1, $this->asked() );
		self::assertSame( array( Offer::IN_FORCE, '2027-01-01T00:00:00Z' ), array( $this->offer()->get( 'state' ), $this->offer()->get( 'since' ) ) );
	}

	public function test_nobody_is_asked_where_no_author_has_an_account(): void {
		$this->delivers();

		self::assertSame( array(), $this->sent );
		self::assertGreaterThan( time() + HOUR_IN_SECONDS, wp_next_scheduled( Schedule::HOOK ) );
	}

	public function test_nobody_is_asked_without_a_connection(): void {
		self::gives( $this->anna, 'anna_a' );
		delete_option( 'obolus_token' );
		$this->delivers();

		self::assertSame( array(), $this->sent );
		self::assertFalse( wp_next_scheduled( Schedule::HOOK ) );
	}

	public function test_nobody_is_asked_before_the_server_knows_the_site(): void {
		$this->is_found( '' );
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();

		self::assertSame( array(), $this->sent );
	}

	/** @dataProvider changes */
	public function test_another_account_day_or_name_ends_the_old_one_and_offers_anew( callable $change, string $anew ): void {
		self::gives( $this->anna, 'anna_a', '2026-12-01' );
		$this->delivers();
		$id = array_key_last( $this->given );
		wp_clear_scheduled_hook( Schedule::HOOK );
		$change( $this->anna );
		$when = wp_next_scheduled( Schedule::HOOK );
		$this->delivers();

		self::assertTrue( self::is_soon( $when ) );
		self::assertSame( array( "DELETE $id", "POST $anew" ), array_slice( $this->asked(), 1 ) );
		self::assertCount( 1, $this->given );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	public static function changes(): array {
		return array(
			'account' => array( static fn ( $anna ) => self::gives( $anna, 'anna_b', '2026-12-01' ), 'anna anna_b 2026-12-01' ),
			'day'     => array( static fn ( $anna ) => self::gives( $anna, 'anna_a', '2026-12-02' ), 'anna anna_a 2026-12-02' ),
			'name'    => array( static fn ( $anna ) => wp_update_user( array( 'ID' => $anna, 'user_nicename' => 'anna-b' ) ), 'anna-b anna_a 2026-12-01' ),
		);
	}

	/** @dataProvider ends */
	public function test_an_offer_ends_when_it_is_not_wished_any_more( callable $end ): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$id = array_key_last( $this->given );
		wp_clear_scheduled_hook( Schedule::HOOK );
		$end( $this->anna );
		$when = wp_next_scheduled( Schedule::HOOK );
		$this->delivers();
		$this->delivers();

		self::assertTrue( self::is_soon( $when ) );
		self::assertSame( array( 'POST anna anna_a', "DELETE $id" ), $this->asked() );
		self::assertNull( $this->offer() );
	}

	public static function ends(): array {
		return array(
			'emptied' => array( static fn ( $anna ) => self::gives( $anna, '' ) ),
			'deleted' => array( static fn ( $anna ) => wp_delete_user( $anna, 1 ) ),
		);
	}

	public function test_what_the_owner_has_made_at_the_server_is_shown_and_never_ended(): void {
		$id = $this->made( 'anna', 'Anna_A' );
		$this->made( 'bert', 'bert' );
		self::gives( $this->anna, 'anna_a', '2026-12-01' );
		$this->delivers();
		$state = $this->offer()->get( 'state' );
		self::gives( $this->anna, '' );
		$this->delivers();

		self::assertSame( Offer::IN_FORCE, $state );
		self::assertSame( array(), $this->asked() );
		self::assertCount( 2, $this->given );
	}

	public function test_a_number_that_is_another_authors_at_the_server_is_not_ended(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->given[ array_key_last( $this->given ) ]['author'] = 'somebody';
		self::gives( $this->anna, '' );
		$this->delivers();

		self::assertCount( 1, $this->asked() );
		self::assertCount( 1, $this->given );
	}

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

	public function test_an_answer_without_a_list_ends_nothing(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->instead = static fn () => self::answered( 200, array( 'items' => 'none' ) );
		$this->delivers();

		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
		self::assertCount( 1, $this->asked() );
	}

	public function test_a_refusal_is_kept_and_not_repeated_until_something_changes(): void {
		self::gives( $this->anna, 'nobody' );
		$bert          = self::a_person( 'bert' );
		$this->instead = static fn ( $request ) => false === strpos( (string) $request['body'], '"nobody"' ) ? null : self::answered( 422, array( 'detail' => 'Nobody is called nobody here.' ) );
		self::gives( $bert, 'bert_b' );
		$this->delivers();
		$this->delivers();
		$asked = $this->asked();
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();

		self::assertSame( array( 'POST anna nobody', 'POST bert bert_b' ), $asked );
		self::assertSame( 'POST anna anna_a', $this->asked()[2] );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	/** @dataProvider tries */
	public function test_a_refusal_is_tried_again_where_somebody_asks_for_it( callable $again ): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = static fn ( $request ) => 'POST' === $request['method'] ? self::answered( 403, array( 'detail' => 'blog.example has opted out.' ) ) : null;
		$this->delivers();
		$refused       = $this->offer();
		$this->instead = null;
		wp_clear_scheduled_hook( Schedule::HOOK );
		$again( $this->anna );
		$when = wp_next_scheduled( Schedule::HOOK );
		$this->delivers();

		self::assertSame( array( Offer::REFUSED, 'blog.example has opted out.' ), array( $refused->get( 'state' ), $refused->get( 'sentence' ) ) );
		self::assertTrue( self::is_soon( $when ) );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	public static function tries(): array {
		return array(
			'in the profile'     => array( static fn ( $anna ) => update_user_meta( $anna, Author_Settings::AGAIN, time() ) ),
			'the site is proven' => array( static fn () => do_action( 'obolus_connected' ) ),
		);
	}

	public function test_what_somebody_has_declined_is_not_offered_again_before_the_profile_asks_for_it(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->given = array();
		$this->delivers();
		do_action( 'obolus_connected' );
		$this->delivers();
		$gone = $this->offer()->get( 'state' );
		update_user_meta( $this->anna, Author_Settings::AGAIN, time() );
		$this->delivers();

		self::assertSame( Offer::GONE, $gone );
		self::assertCount( 2, $this->asked() );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
	}

	public function test_a_site_that_is_not_proven_offers_nothing_and_waits(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = static fn () => self::answered( 403, array( 'detail' => 'Only the proven owner decides that.' ) );
		$this->delivers();

		self::assertSame( array(), $this->asked() );
		self::assertTrue( $this->offer()->is_due() );
		self::assertGreaterThan( time() + 12 * HOUR_IN_SECONDS, wp_next_scheduled( Schedule::HOOK ) );
	}

	/** @dataProvider others */
	public function test_another_server_account_or_site_is_told_anew_and_nothing_of_the_old_one_is_ended( callable $change ): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->sent    = array();
		$this->given   = array();
		$this->instead = static fn ( $request ) => 'GET' === $request['method'] ? self::answered( 200, array( 'items' => array() ) ) : self::answered( 201, array( 'id' => 9, 'state' => 'proposed' ) );
		$change( $this );
		$this->delivers();

		self::assertSame( array( 'POST anna anna_a' ), $this->asked() );
	}

	public static function others(): array {
		return array(
			'server'  => array( static fn () => self::connects_elsewhere() ),
			'account' => array( static fn () => self::a_connection()->is_of( 'olga' ) ),
			'site'    => array( static fn ( $test ) => $test->is_found( 'new.example' ) ),
		);
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

	private static function connects_elsewhere(): void {
		$connection = new Obolus\Connection\Connection( new Obolus\Settings() );
		$connection->forget();
		update_option( 'obolus_server', 'https://other.example' );
		$connection->keep( array( 'token' => 'good' ) );
		$connection->is_of( 'alice' );
	}

	private function schedule(): Schedule {
		$settings   = new Obolus\Settings();
		$connection = new Obolus\Connection\Connection( $settings );
		$server     = new Obolus\Connection\Server( $connection );
		return new Schedule( $connection, $server, new Obolus\Connection\Proof( $server ), new Obolus\Things\Records(), new Obolus\Things\Sender( $connection, $server, $settings ) );
	}
}
