<?php
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

	private static function connects_elsewhere(): void {
		$connection = new Obolus\Connection\Connection( new Obolus\Settings() );
		$connection->forget();
		update_option( 'obolus_server', 'https://other.example' );
		$connection->keep( array( 'token' => 'good' ) );
		$connection->is_of( 'alice' );
	}
}
