<?php
use Obolus\Things\Records;
use Obolus\Things\Sender;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Outcomes_Test extends Things_Test {

	public function test_a_refusal_is_kept_with_its_sentence_and_not_repeated_until_the_post_changes(): void {
		$taken        = self::a_post();
		$refused      = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://other.example/x' ) ) );
		$this->answer = static fn () => self::answered( 200, array(
			'outcomes' => array(
				array( 'status' => 'created', 'thing' => array( 'id' => 5, 'owner' => 'alice' ) ),
				array( 'status' => 'refused', 'problem' => array( 'type' => 'https://obolus.example/problems/opted_out', 'status' => 403, 'detail' => 'The owner of this site does not want it.' ) ),
			),
		) );
		$this->cron();
		self::time_passes();
		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertSame( Records::REGISTERED, self::record( $taken )->state );
		self::assertSame( Records::REFUSED, self::record( $refused )->state );
		self::assertSame( 'The owner of this site does not want it.', self::record( $refused )->sentence );

		wp_update_post( array( 'ID' => $refused, 'post_title' => 'Another try' ) );
		$this->cron();

		self::assertCount( 2, $this->sent );
	}

	public function test_an_answer_without_an_outcome_for_a_post_is_no_success(): void {
		$post         = self::a_post();
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => 'none' ) );
		$this->cron();

		self::assertSame( Records::WAITING, self::record( $post )->state );
		self::assertGreaterThan( 0, self::record( $post )->due_at );
	}

	public function test_words_are_sent_again_until_the_server_knows_whose_the_site_is(): void {
		$post         = self::a_post();
		$up           = $this->answer;
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => array( array( 'status' => 'created', 'thing' => array( 'id' => 6, 'owner' => null ) ) ) ) );
		$this->cron();
		$unproven     = self::record( $post );
		$this->answer = $up;
		self::time_passes();
		$this->cron();

		self::assertSame( Records::REGISTERED, $unproven->state );
		self::assertStringContainsString( 'does not know yet', $unproven->sentence );
		self::assertCount( 2, $this->sent );
		self::assertSame( 0, self::record( $post )->due_at );
	}

	/** @dataProvider owners */
	public function test_whose_words_count_is_what_the_server_says_before_who_owns_the_thing( array $outcome, string $owner, string $state ): void {
		$post         = self::a_post();
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => array( $outcome + array( 'thing' => array( 'id' => 6, 'owner' => $owner ) ) ) ) );
		$this->cron();

		self::assertSame( $state, self::record( $post )->state );
		self::assertSame( Records::REFUSED === $state ? "At the server this address belongs to $owner." : '', self::record( $post )->sentence );
	}

	public static function owners(): array {
		return array(
			'its author, who has an account'     => array( array( 'owned' => true ), 'anna', Records::REGISTERED ),
			'somebody who has proven the site'   => array( array( 'owned' => false ), 'eve', Records::REFUSED ),
			'not said, ours in other letters'    => array( array(), 'Alice', Records::REGISTERED ),
			'not said, and somebody else’s'      => array( array(), 'eve', Records::REFUSED ),
		);
	}

	/** @dataProvider answers_after_which_nothing_is_left */
	public function test_what_is_not_there_or_somebody_elses_counts_as_taken_away( int $status, string $type ): void {
		$post = self::a_post();
		$this->cron();
		wp_trash_post( $post );
		$this->answer = static fn () => self::answered( $status, array( 'type' => $type ) );
		$this->cron();

		self::assertSame( Records::REMOVED, self::record( $post )->state );
	}

	public static function answers_after_which_nothing_is_left(): array {
		return array(
			'unknown'         => array( 404, 'https://obolus.example/problems/not_found' ),
			'somebody else’s' => array( 403, 'https://obolus.example/problems/thing_owner' ),
		);
	}

	public function test_a_sentence_that_the_database_does_not_take_is_left_out_and_nothing_else_is_lost(): void {
		$post         = self::a_post();
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => array( array( 'problem' => array( 'status' => 403, 'detail' => 'UNSTORABLE' ) ) ) ) );
		self::refuse_writes( static fn ( string $query ): bool => false !== strpos( $query, 'UNSTORABLE' ) );
		$this->cron();
		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertSame( Records::REFUSED, self::record( $post )->state );
		self::assertSame( 0, self::record( $post )->due_at );
	}

	public function test_a_database_that_keeps_no_outcome_makes_the_queue_wait_for_the_lease(): void {
		$post   = self::a_post();
		$is_ill = true;
		self::refuse_writes( static function ( string $query ) use ( &$is_ill ): bool {
			return $is_ill && 1 === preg_match( '/^UPDATE .*obolus_things.*digest/', $query );
		} );
		$this->cron();
		$next = wp_next_scheduled( Sender::HOOK );
		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertSame( Records::WAITING, self::record( $post )->state );
		self::assertGreaterThan( time() + 200, $next );

		$is_ill = false;
		self::time_passes();
		$this->cron();

		self::assertSame( Records::REGISTERED, self::record( $post )->state );
		self::assertSame( self::THING, self::record( $post )->thing_id );
	}

	public function test_a_post_whose_address_could_not_be_kept_is_not_sent(): void {
		$post   = self::a_post();
		$is_ill = true;
		self::refuse_writes( static function ( string $query ) use ( &$is_ill ): bool {
			return $is_ill && 1 === preg_match( '/^UPDATE .*obolus_things` SET `url`/', $query );
		} );
		$this->cron();

		self::assertSame( array(), $this->sent );
		self::assertGreaterThan( time(), self::record( $post )->due_at );
		self::assertSame( '', self::record( $post )->url );

		$is_ill = false;
		self::time_passes();
		$this->cron();

		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	/** A database that refuses some statements. */
	private static function refuse_writes( callable $which ): void {
		add_filter( 'query', static fn ( $query ) => $which( (string) $query ) ? '' : $query );
	}
}
