<?php
use Obolus\Things\Records;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Leaving_Test extends Things_Test {

	/** @dataProvider ways_out */
	public function test_a_post_that_is_no_longer_there_is_taken_away( callable $way ): void {
		$post = self::a_post();
		$this->cron();
		$way( $post );

		self::assertCount( 1, $this->sent );
		self::assertSame( Records::REMOVING, self::record( $post )->state );

		$this->cron();

		self::assertSame( 'DELETE', $this->sent[1]['method'] );
		self::assertSame( 'https://obolus.example/api/v1/things/' . self::THING, $this->sent[1]['url'] );
		self::assertSame( Records::REMOVED, self::record( $post )->state );
	}

	public function test_a_post_that_comes_back_is_registered_again(): void {
		$post = self::a_post();
		$this->cron();
		wp_trash_post( $post );
		$this->cron();
		wp_untrash_post( $post );
		wp_publish_post( $post );
		$this->cron();

		self::assertSame( array( 'POST', 'DELETE', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_a_post_under_a_new_address_is_taken_away_under_the_old_one(): void {
		$post = self::a_post();
		$this->cron();
		wp_update_post( array( 'ID' => $post, 'post_name' => 'elsewhere' ) );
		$this->cron();

		self::assertSame( array( 'POST', 'DELETE', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( home_url( '/elsewhere/' ), $this->things( 2 )[0]['url'] );
		self::assertSame( home_url( '/elsewhere/' ), self::record( $post )->url );
	}

	public function test_the_old_address_is_kept_until_it_could_be_taken_away(): void {
		$post = self::a_post();
		$this->cron();
		$old  = get_permalink( $post );
		$up   = $this->answer;
		wp_update_post( array( 'ID' => $post, 'post_name' => 'elsewhere' ) );
		$this->answer = static fn () => self::answered( 503, array(), array( 'retry-after' => '900' ) );
		$this->cron();

		self::assertSame( $old, self::record( $post )->url );
		self::assertGreaterThanOrEqual( time() + 890, self::record( $post )->due_at );

		wp_update_post( array( 'ID' => $post, 'post_name' => 'third' ) );
		$this->answer = $up;
		$this->cron();

		self::assertSame( home_url( '/third/' ), self::record( $post )->url );
		self::assertSame( array( 'POST', 'DELETE', 'DELETE', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
	}

	public function test_a_registration_whose_answer_got_lost_is_found_and_taken_away(): void {
		$up           = $this->answer;
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Timed out.' );
		$post         = self::a_post();
		$address      = get_permalink( $post );
		$this->cron();
		wp_trash_post( $post );
		$this->answer = static fn ( $request, $url ) => 'GET' === $request['method'] ? self::answered( 200, array( 'id' => 77 ) ) : $up( $request, $url );
		$this->cron();

		self::assertSame( 'https://obolus.example/api/v1/things?url=' . rawurlencode( $address ), $this->sent[1]['url'] );
		self::assertSame( 'https://obolus.example/api/v1/things/77', $this->sent[2]['url'] );
		self::assertSame( Records::REMOVED, self::record( $post )->state );
	}

	public function test_a_thing_that_another_post_shares_stays(): void {
		$one = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://blog.example/both' ) ) );
		$two = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://blog.example/both' ) ) );
		$this->cron();
		wp_trash_post( $one );
		$this->cron();

		self::assertSame( array( 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( Records::REMOVED, self::record( $one )->state );
		self::assertSame( Records::REGISTERED, self::record( $two )->state );
	}

	public function test_pages_below_one_with_a_new_address_move_with_it(): void {
		update_option( 'obolus_post_types', array( 'page' ) );
		$above = self::a_post( array( 'post_type' => 'page', 'post_name' => 'bread' ) );
		$below = self::a_post( array( 'post_type' => 'page', 'post_name' => 'rolls', 'post_parent' => $above ) );
		$this->cron();
		wp_update_post( array( 'ID' => $above, 'post_name' => 'baking' ) );
		$this->cron();

		self::assertSame( home_url( '/baking/rolls/' ), self::record( $below )->url );
	}
}
