<?php
use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;
use Obolus\Things\Records;
use Obolus\Things\Sender;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Sender_Test extends Things_Test {

	public function test_two_senders_at_once_never_send_the_same_post(): void {
		$posts        = array( self::a_post(), self::a_post() );
		$answer       = $this->answer;
		$second       = $this->sender();
		$this->answer = static function ( $request, $url ) use ( $answer, $second ) {
			$second->batch( 100 );
			$second->run();
			return $answer( $request, $url );
		};
		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertCount( 2, $this->things( 0 ) );
		self::assertSame( Records::REGISTERED, self::record( $posts[1] )->state );
	}

	public function test_a_sender_that_is_killed_loses_nothing(): void {
		$post         = self::a_post();
		$up           = $this->answer;
		$this->answer = static function () {
			throw new RuntimeException( 'Killed.' );
		};
		try {
			$this->cron();
			self::fail( 'It was not killed.' );
		} catch ( RuntimeException $killed ) {
			self::assertSame( 'Killed.', $killed->getMessage() );
		}
		$next         = wp_next_scheduled( Sender::HOOK );
		$this->answer = $up;
		$this->cron();
		$before = count( $this->sent );
		self::time_passes();
		$this->cron();

		self::assertGreaterThan( time(), $next );
		self::assertSame( 1, $before );
		self::assertCount( 2, $this->sent );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_a_change_while_the_post_is_being_sent_is_sent_too(): void {
		$post         = self::a_post();
		$up           = $this->answer;
		$this->answer = function ( $request, $url ) use ( $up, $post ) {
			if ( 1 === count( $this->sent ) ) {
				wp_update_post( array( 'ID' => $post, 'post_title' => 'Changed meanwhile' ) );
			}
			return $up( $request, $url );
		};
		$this->cron();
		$this->cron();

		self::assertSame( 'Changed meanwhile', $this->things( 1 )[0]['title'] );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
		self::assertSame( 0, self::record( $post )->due_at );
	}

	public function test_the_pauses_grow_and_the_server_may_ask_for_longer_ones(): void {
		$post         = self::a_post();
		$this->answer = static fn () => self::answered( 500 );
		$pauses       = array();
		foreach ( range( 1, 12 ) as $try ) {
			$this->cron();
			$pauses[] = self::record( $post )->due_at - time();
			self::time_passes();
		}
		$this->answer = static fn () => self::answered( 429, array(), array( 'retry-after' => '90000' ) );
		$this->cron();

		self::assertEqualsWithDelta( 18, $pauses[0], 5 );
		self::assertGreaterThan( 8 * $pauses[0], $pauses[5] );
		self::assertLessThanOrEqual( 9 * HOUR_IN_SECONDS, max( $pauses ) );
		self::assertGreaterThanOrEqual( 89990, self::record( $post )->due_at - time() );
		self::assertSame( 13, self::record( $post )->attempts );
	}

	public function test_a_server_that_is_down_is_asked_once_for_many_removals(): void {
		$posts = array( self::a_post(), self::a_post(), self::a_post() );
		$up    = $this->answer;
		$i     = 0;
		$this->answer = static fn ( $request ) => self::answered( 200, array( 'outcomes' => array_map( static fn ( $id ) => array( 'thing' => array( 'id' => $id ) ), array( 1, 2, 3 ) ) ) );
		$this->cron();
		array_map( 'wp_trash_post', $posts );
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$this->cron();

		self::assertCount( 2, $this->sent );
		self::assertSame( Records::REMOVING, self::record( $posts[2] )->state );
	}

	public function test_a_hundred_posts_go_in_one_request(): void {
		foreach ( range( 1, 101 ) as $i ) {
			self::a_post( array( 'post_title' => "Post $i" ) );
		}
		$this->cron();

		self::assertCount( 2, $this->sent );
		self::assertCount( 100, $this->things( 0 ) );
		self::assertCount( 1, $this->things( 1 ) );
	}

	private function sender(): Sender {
		$settings   = new Settings();
		$connection = new Connection( $settings );
		return new Sender( $connection, new Server( $connection ), $settings );
	}
}
