<?php
use Obolus\Things\Queue;
use Obolus\Things\Records;
use Obolus\Things\Sender;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Preparation_Test extends Things_Test {

	/** PHP hangs in the post, its lease ends, and WP-Cron begins again: each time one hangs more, and none comes back. */
	public function test_a_post_in_which_php_ends_is_put_aside_and_the_others_are_registered(): void {
		$others = array( self::a_post(), self::a_post() );
		$bad    = self::a_post( array( 'post_title' => 'Bad' ) );
		$last   = self::a_post();
		$times  = 0;
		$this->reading( 'Bad', function () use ( &$times ) {
			self::assertLessThan( 9, ++$times, 'It begins for ever.' );
			self::time_passes();
			$this->cron();
		} );
		$this->cron();

		self::assertSame( 3, $times );
		self::assertCount( 1, $this->sent );
		self::assertCount( 3, $this->things( 0 ) );
		self::assertSame( Records::REGISTERED, self::record( $last )->state );
		self::assertSame( Records::REFUSED, self::record( $bad )->state );
		self::assertStringContainsString( 'Try again', self::record( $bad )->sentence );
		self::assertSame( 0, self::record( $bad )->due_at );
		self::assertFalse( wp_next_scheduled( Sender::HOOK ) );
	}

	public function test_what_was_put_aside_is_tried_again_when_it_changes(): void {
		$bad  = self::a_post( array( 'post_title' => 'Bad' ) );
		$hang = $this->reading( 'Bad', static function () {
			throw new Error( 'Call to undefined function gone()' );
		} );
		foreach ( range( 1, 5 ) as $run ) {
			$this->cron();
			self::time_passes();
		}
		remove_filter( 'the_title', $hang, 1 );
		$aside = self::record( $bad );
		wp_update_post( array( 'ID' => $bad, 'comment_status' => 'closed' ) );
		$this->cron();

		self::assertSame( Records::REFUSED, $aside->state );
		self::assertSame( 0, $aside->due_at );
		self::assertStringContainsString( 'undefined function gone()', $aside->sentence );
		self::assertSame( Records::REGISTERED, self::record( $bad )->state );
	}

	public function test_a_post_that_cannot_be_read_does_not_stop_the_others_of_its_batch(): void {
		$bad   = self::a_post( array( 'post_title' => 'Bad' ) );
		$other = self::a_post();
		$times = 0;
		$this->reading( 'Bad', static function () use ( &$times ) {
			self::assertLessThan( 9, ++$times, 'It begins for ever.' );
			throw new TypeError( 'must be of type array' );
		} );
		$this->cron();

		self::assertSame( 1, $times );
		self::assertSame( Records::REGISTERED, self::record( $other )->state );
		self::assertSame( Records::WAITING, self::record( $bad )->state );
		self::assertGreaterThan( time(), self::record( $bad )->due_at );
	}

	public function test_a_post_that_was_read_at_last_is_as_any_other(): void {
		$bad  = self::a_post( array( 'post_title' => 'Bad' ) );
		$hang = $this->reading( 'Bad', static function () {
			throw new Error( 'Not yet.' );
		} );
		$this->cron();
		remove_filter( 'the_title', $hang, 1 );
		self::time_passes();
		$this->cron();

		self::assertSame( Records::REGISTERED, self::record( $bad )->state );
		self::assertSame( 0, self::record( $bad )->begun );
	}

	public function test_a_post_that_is_put_aside_is_taken_away_all_the_same_when_it_goes(): void {
		$post = self::a_post();
		$this->cron();
		wp_update_post( array( 'ID' => $post, 'post_title' => 'Bad' ) );
		$this->reading( 'Bad', static function () {
			throw new Error( 'No.' );
		} );
		foreach ( range( 1, 4 ) as $run ) {
			$this->cron();
			self::time_passes();
		}
		$aside = self::record( $post );
		wp_trash_post( $post );
		$this->cron();

		self::assertSame( Records::REFUSED, $aside->state );
		self::assertSame( array( 'POST', 'DELETE' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( Records::REMOVED, self::record( $post )->state );
	}

	public function test_a_removal_in_which_a_plugin_fails_does_not_stop_the_others(): void {
		$gone = self::a_post();
		$this->cron();
		wp_trash_post( $gone );
		$other        = self::a_post();
		$up           = $this->answer;
		$this->answer = static function ( $request, $url ) use ( $up ) {
			if ( 'DELETE' === $request['method'] ) {
				throw new Error( 'A plugin that watches requests fails.' );
			}
			return $up( $request, $url );
		};
		$this->cron();

		self::assertSame( Records::REGISTERED, self::record( $other )->state );
		self::assertSame( Records::REMOVING, self::record( $gone )->state );
		self::assertGreaterThan( time(), self::record( $gone )->due_at );
		self::assertSame( self::THING, self::record( $gone )->thing_id );
	}

	/** Whoever has slept through its lease has words that may be old, and others have sent newer ones. */
	public function test_who_has_lost_its_lease_sends_nothing(): void {
		$post = self::a_post( array( 'post_title' => 'Old words' ) );
		$done = false;
		$this->reading( 'Old words', function () use ( &$done, $post ) {
			if ( ! $done ) {
				$done = true;
				self::time_passes();
				wp_update_post( array( 'ID' => $post, 'post_title' => 'New words' ) );
				$this->cron();
			}
		} );
		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertSame( 'New words', $this->things( 0 )[0]['title'] );
	}

	public function test_posts_that_were_never_begun_come_first_and_the_others_one_by_one(): void {
		global $wpdb;
		$posts = array( self::a_post(), self::a_post(), self::a_post(), self::a_post() );
		$wpdb->query( "UPDATE {$wpdb->prefix}obolus_things SET begun = 2 WHERE post_id = {$posts[0]}" );
		$wpdb->query( "UPDATE {$wpdb->prefix}obolus_things SET begun = 1 WHERE post_id = {$posts[1]}" );
		$queue = new Queue();
		$order = array();
		do {
			$order[] = wp_list_pluck( $queue->lease( 100 ), 'post_id' );
		} while ( array() !== end( $order ) );

		self::assertSame( array( array( $posts[2], $posts[3] ), array( $posts[1] ), array( $posts[0] ), array() ), $order );
	}

	/** A plugin that does something whenever the title of a post is made. */
	private function reading( string $title, callable $does ): callable {
		$filter = static function ( $read ) use ( $title, $does ) {
			if ( $title === $read ) {
				$does();
			}
			return $read;
		};
		add_filter( 'the_title', $filter, 1 );
		return $filter;
	}
}
