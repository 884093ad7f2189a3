<?php
use Obolus\Authors\Author_Settings;
use Obolus\Authors\Offer;
use Obolus\Authors\Schedule;

require_once __DIR__ . '/../class-authors-test.php';

final class Authors_Refusals_Test extends Authors_Test {

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
}
