<?php
use Obolus\Things\Queue;
use Obolus\Things\Records;
use Obolus\Things\Schema;
use Obolus\Things\Sender;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Registration_Test extends Things_Test {

	public function test_who_publishes_does_not_wait_for_the_server_and_the_next_cron_run_registers(): void {
		$post = self::a_post();

		self::assertSame( array(), $this->sent );
		self::assertSame( Records::WAITING, self::record( $post )->state );
		self::assertNotFalse( wp_next_scheduled( Sender::HOOK ) );

		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertSame( 'https://obolus.example/api/v1/things/bulk', $this->sent[0]['url'] );
		self::assertSame( get_permalink( $post ), $this->things( 0 )[0]['url'] );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
		self::assertSame( self::THING, self::record( $post )->thing_id );
		self::assertFalse( wp_next_scheduled( Sender::HOOK ) );
	}

	public function test_nobody_is_asked_before_the_site_is_connected(): void {
		delete_option( 'obolus_token' );
		$post = self::a_post();
		$this->cron();

		self::assertSame( array(), $this->sent );
		self::assertSame( Records::WAITING, self::record( $post )->state );
		self::assertGreaterThan( time() + 3000, wp_next_scheduled( Sender::HOOK ) );
	}

	public function test_a_post_published_while_the_server_is_down_is_registered_within_one_run_when_it_is_back(): void {
		$up           = $this->answer;
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$post         = self::a_post();
		$this->cron();

		self::assertSame( Records::WAITING, self::record( $post )->state );
		self::assertSame( 'The server did not answer.', self::record( $post )->sentence );
		self::assertGreaterThan( time(), self::record( $post )->due_at );
		self::assertLessThan( time() + 60, wp_next_scheduled( Sender::HOOK ) );

		$this->answer = $up;
		self::time_passes();
		$this->cron();

		self::assertSame( Records::REGISTERED, self::record( $post )->state );
		self::assertSame( '', self::record( $post )->sentence );
	}

	public function test_what_is_as_it_was_sent_is_not_sent_again(): void {
		$post = self::a_post();
		$this->cron();
		wp_update_post( array( 'ID' => $post, 'comment_status' => 'closed' ) );
		$this->cron();

		self::assertCount( 1, $this->sent );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_an_update_is_sent(): void {
		$post = self::a_post();
		$this->cron();
		wp_update_post( array( 'ID' => $post, 'post_title' => 'How to bake rolls' ) );
		$this->cron();

		self::assertSame( 'How to bake rolls', $this->things( 1 )[0]['title'] );
	}

	public function test_a_draft_is_no_thing(): void {
		$post = self::a_post( array( 'post_status' => 'draft' ) );

		self::assertNull( self::record( $post ) );
	}

	public function test_a_type_that_is_not_chosen_is_no_thing(): void {
		self::assertNull( self::record( self::a_post( array( 'post_type' => 'page' ) ) ) );

		update_option( 'obolus_post_types', array( 'post', 'page' ) );

		self::assertNotNull( self::record( self::a_post( array( 'post_type' => 'page' ) ) ) );
	}

	public function test_a_scheduled_post_is_due_when_it_is_published(): void {
		$post = self::a_post( array( 'post_status' => 'future', 'post_date' => gmdate( 'Y-m-d H:i:s', time() + DAY_IN_SECONDS ) ) );

		self::assertNull( self::record( $post ) );

		wp_publish_post( $post );

		self::assertSame( Records::WAITING, self::record( $post )->state );
	}

	public function test_a_post_made_over_rest_is_due(): void {
		$request = new WP_REST_Request( 'POST', '/wp/v2/posts' );
		$request->set_body_params( array( 'title' => 'Made by a program', 'status' => 'publish', 'content' => 'Words.' ) );
		$answer = rest_do_request( $request );

		self::assertSame( 201, $answer->get_status() );
		self::assertSame( Records::WAITING, self::record( $answer->get_data()['id'] )->state );
	}

	public function test_all_are_due_again_when_addresses_are_built_in_another_way(): void {
		$post = self::a_post();
		$this->cron();
		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%year%/%postname%/' );
		$due = self::record( $post );
		$this->cron();
		$new = get_permalink( $post );
		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );

		self::assertSame( Records::WAITING, $due->state );
		self::assertSame( array( 'POST', 'DELETE', 'POST' ), wp_list_pluck( $this->sent, 'method' ) );
		self::assertSame( $new, $this->things( 2 )[0]['url'] );
	}

	public function test_what_waits_is_sent_although_its_event_got_lost(): void {
		self::a_post();
		wp_clear_scheduled_hook( Sender::HOOK );

		$settings   = new Obolus\Settings();
		$connection = new Obolus\Connection\Connection( $settings );
		$sender     = new Sender( $connection, new Obolus\Connection\Server( $connection ), $settings );

		$sender->register();
		$sender->wake_if_forgotten();

		self::assertNotFalse( has_action( 'admin_init', array( $sender, 'wake_if_forgotten' ) ) );
		self::assertNotFalse( wp_next_scheduled( Sender::HOOK ) );
	}

	public function test_what_has_waited_for_the_connection_is_sent_at_once(): void {
		delete_option( 'obolus_token' );
		$post = self::a_post();
		$this->cron();
		self::a_connection()->is_of( 'alice' );

		do_action( 'obolus_connected' );

		self::assertLessThanOrEqual( time() + 1, wp_next_scheduled( Sender::HOOK ) );
		$this->cron();
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_the_table_is_made_for_a_site_that_has_none(): void {
		global $wpdb;
		$prefix       = $wpdb->prefix;
		$wpdb->prefix = 'another_';
		delete_option( Schema::OPTION );
		( new Schema() )->bring_up_to_date();
		( new Records() )->mark( array( 5 ), Records::WAITING );
		$found   = ( new Records() )->find( 5 );
		$version = get_option( Schema::OPTION );
		$wpdb->query( 'DROP TABLE another_obolus_things' );
		$wpdb->prefix = $prefix;
		update_option( Schema::OPTION, Schema::VERSION );

		self::assertSame( 5, $found->post_id );
		self::assertSame( Schema::VERSION, $version );
	}

	public function test_a_row_is_leased_to_one(): void {
		self::a_post();

		self::assertCount( 1, ( new Queue() )->lease( 10 ) );
		self::assertCount( 0, ( new Queue() )->lease( 10 ) );
	}
}
