<?php
use Obolus\Things\Records;
use Obolus\Things\Schema;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Elsewhere_Test extends Things_Test {

	/** @dataProvider ways_out */
	public function test_what_stands_at_another_address_stays_at_the_server( callable $way ): void {
		$post = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://blog.example/about' ) ) );
		$this->cron();
		$way( $post );
		$this->cron();

		self::assertSame( array( 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( Records::REMOVED, self::record( $post )->state );
		self::assertSame( 0, self::record( $post )->thing_id );
	}

	public function test_what_stands_at_another_address_stays_there_when_the_post_gets_a_third(): void {
		$post = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://blog.example/about' ) ) );
		$this->cron();
		update_post_meta( $post, '_obolus_url', 'https://blog.example/me' );
		$this->cron();
		delete_post_meta( $post, '_obolus_url' );
		$this->cron();
		wp_trash_post( $post );
		$this->cron();

		self::assertSame( array( 'POST', 'POST', 'POST', 'DELETE' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( home_url( '/how-to-bake-bread/' ), $this->things( 2 )[0]['url'] );
	}

	public function test_an_address_that_becomes_another_ones_stays(): void {
		$post = self::a_post();
		$this->cron();
		update_post_meta( $post, '_obolus_url', get_permalink( $post ) );
		$this->cron();
		wp_trash_post( $post );
		$this->cron();

		self::assertSame( array( 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
	}

	public function test_what_may_have_been_registered_at_another_address_is_not_looked_for(): void {
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Timed out.' );
		$post         = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://blog.example/about' ) ) );
		$this->cron();
		wp_trash_post( $post );
		$this->cron();

		self::assertSame( array( 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
	}

	/** @dataProvider answers_to_who_names_the_address_of_another_post */
	public function test_a_post_whose_address_another_one_names_is_not_taken_away( array $outcome ): void {
		$one = self::a_post();
		$this->cron();
		$two          = self::a_post( array( 'meta_input' => array( '_obolus_url' => get_permalink( $one ) ) ) );
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => array( $outcome ) ) );
		$this->cron();
		wp_trash_post( $one );
		$this->cron();

		self::assertSame( array( 'POST', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( Records::REMOVED, self::record( $one )->state );
		self::assertNotSame( Records::REMOVED, self::record( $two )->state );
	}

	public static function answers_to_who_names_the_address_of_another_post(): array {
		return array(
			'taken'   => array( array( 'thing' => array( 'id' => self::THING, 'owner' => 'alice' ) ) ),
			'refused' => array( array( 'problem' => array( 'status' => 403, 'detail' => 'No.' ) ) ),
			'late'    => array( array( 'problem' => array( 'status' => 503 ) ) ),
		);
	}

	public function test_an_update_that_was_refused_still_holds_the_thing_that_it_shares(): void {
		$one = self::a_post();
		$two = self::a_post( array( 'meta_input' => array( '_obolus_url' => get_permalink( $one ) ) ) );
		$this->cron();
		wp_update_post( array( 'ID' => $two, 'post_title' => 'A title that is refused' ) );
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => array( array( 'problem' => array( 'status' => 403, 'detail' => 'No.' ) ) ) ) );
		$this->cron();
		wp_trash_post( $one );
		$this->cron();

		self::assertSame( Records::REFUSED, self::record( $two )->state );
		self::assertSame( array( 'POST', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
	}

	public function test_a_table_of_an_older_version_learns_which_posts_have_another_address(): void {
		global $wpdb;
		$old  = self::a_post();
		$else = self::a_post( array( 'meta_input' => array( '_obolus_url' => 'https://blog.example/about' ) ) );
		$this->cron();
		$wpdb->query( "UPDATE {$wpdb->prefix}obolus_things SET elsewhere = 0" );
		update_option( Schema::OPTION, '1' );
		( new Schema() )->bring_up_to_date();

		self::assertFalse( self::record( $old )->is_elsewhere );
		self::assertTrue( self::record( $else )->is_elsewhere );
	}
}
