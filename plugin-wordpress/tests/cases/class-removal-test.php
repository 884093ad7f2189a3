<?php
final class Removal_Test extends WordPress_Test {

	public function test_nothing_is_left_and_what_is_of_others_stays(): void {
		self::a_connection( array( 'token' => 'a', 'refresh' => 'r', 'client_id' => 'id' ) );
		$post = self::a_post();
		update_post_meta( $post, '_obolus_off', 1 );
		update_post_meta( $post, 'xobolus_off', 1 );
		update_user_meta( 1, 'obolus_account', 'alice' );
		set_transient( 'obolus_figures', 1 );
		wp_schedule_single_event( time() + 60, 'obolus_work' );
		add_filter( 'query', static fn ( $query ) => 0 === strpos( $query, 'DROP TABLE' ) ? 'SELECT 1' : $query );

		( new Obolus\Removal() )->everywhere();

		global $wpdb;
		self::assertSame( array(), $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%obolus\\_%'" ) );
		self::assertSame( array( '', '1', '' ), array( get_post_meta( $post, '_obolus_off', true ), get_post_meta( $post, 'xobolus_off', true ), get_user_meta( 1, 'obolus_account', true ) ) );
		self::assertFalse( wp_next_scheduled( 'obolus_work' ) );
		self::assertSame( array( 'https://obolus.example/oauth/revoke', 3 ), array( $this->sent[0]['url'], $this->sent[0]['timeout'] ) );
	}
}
