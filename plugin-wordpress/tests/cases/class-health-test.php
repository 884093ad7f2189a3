<?php
require_once __DIR__ . '/../class-button-case.php';

use Obolus\Things\Sender;

final class Health_Test extends Button_Case {

	public function test_before_the_site_is_connected_nobody_is_asked_and_one_test_says_so(): void {
		self::disconnect();
		self::choose( 'counts', 'site' );

		self::assertSame( array( 'obolus_connected' ), array_keys( self::tests( 'direct' ) ) );
		self::assertSame( array(), self::tests( 'async' ) );
		self::assertSame( 'recommended', self::found( 'connected' )['status'] );
		self::assertSame( array(), $this->sent );
	}

	public function test_a_connection_that_the_server_has_ended_is_critical(): void {
		self::a_connection()->is_over( 'This token was revoked.' );

		self::assertSame( 'critical', self::found( 'connected' )['status'] );
		self::assertStringContainsString( 'This token was revoked.', self::found( 'connected' )['description'] );
	}

	/** @testWith ["proven", "good"]
	 *            ["asked", "recommended"]
	 */
	public function test_it_says_whether_the_proof_was_found( string $state, string $status ): void {
		update_option( 'obolus_site', array( 'host' => 'blog.example', 'token' => 'abc', 'state' => $state ) );

		self::assertSame( $status, self::found( 'proof' )['status'] );
	}

	/** @testWith [30, "good"]
	 *            [7200, "critical"]
	 */
	public function test_it_says_whether_wp_cron_runs( int $late, string $status ): void {
		wp_clear_scheduled_hook( Sender::HOOK );
		wp_schedule_single_event( time() - $late, Sender::HOOK );

		self::assertSame( $status, self::found( 'cron' )['status'] );
	}

	public function test_with_nothing_to_do_wp_cron_is_not_late(): void {
		wp_clear_scheduled_hook( Sender::HOOK );

		self::assertSame( 'good', self::found( 'cron' )['status'] );
	}

	/** @testWith [0, 0, "good"]
	 *            [0, 7200, "recommended"]
	 *            [8, -60, "recommended"]
	 *            [7, -60, "good"]
	 */
	public function test_it_says_whether_posts_wait_for_long( int $attempts, int $late, string $status ): void {
		global $wpdb;
		$change = array( 'attempts' => $attempts, 'due_at' => time() - $late, 'sentence' => 'The server is full of <b>.' );
		$wpdb->update( $wpdb->prefix . 'obolus_things', $change, array( 'post_id' => self::a_post() ) );

		$found = self::found( 'queue' );

		self::assertSame( $status, $found['status'] );
		self::assertSame( 'good' !== $status, false !== strpos( $found['description'], '1 post has waited for longer than an hour. It is tried again by itself. The server is full of &lt;b&gt;.' ) );
	}

	public function test_posts_with_which_nothing_is_to_do_do_not_wait(): void {
		global $wpdb;
		$wpdb->update( $wpdb->prefix . 'obolus_things', array( 'attempts' => 9, 'due_at' => null ), array( 'post_id' => self::a_post() ) );

		self::assertSame( 'good', self::found( 'queue' )['status'] );
	}

	public function test_it_says_whether_the_script_is_there(): void {
		self::assertSame( 'good', self::found( 'script' )['status'] );
		$path = dirname( Obolus\FILE ) . '/assets/button.js';
		rename( $path, "$path.away" );

		$found = self::found( 'script' );

		rename( "$path.away", $path );
		self::assertSame( 'critical', $found['status'] );
	}

	/** @testWith [200, "good"]
	 *            [500, "recommended"]
	 *            [403, "critical"]
	 */
	public function test_the_server_is_asked_whether_it_knows_the_site( int $answered, string $status ): void {
		$this->answer = static fn () => self::answered( $answered, array( 'username' => 'alice', 'detail' => 'Not <i>now</i>.' ) );

		$found = self::asked( 'access' );

		self::assertSame( array( 'https://obolus.example/api/v1/account' ), array_column( $this->sent, 'url' ) );
		self::assertSame( $status, $found['status'] );
		self::assertStringContainsString( 'good' === $status ? 'as alice' : 'Not &lt;i&gt;now&lt;/i&gt;.', $found['description'] );
	}

	public function test_a_server_that_is_down_is_not_critical(): void {
		self::assertSame( 'recommended', self::asked( 'access' )['status'] );
	}

	public function test_a_token_that_is_over_is_critical(): void {
		$this->answer = static fn () => self::answered( 401, array( 'type' => 'https://obolus.example/problems/unauthorized', 'detail' => 'This token is over.' ) );

		self::assertSame( 'critical', self::asked( 'access' )['status'] );
	}

	public function test_this_site_is_asked_for_numbers_only_where_readers_ask_it(): void {
		self::assertSame( array( 'obolus_access' ), array_keys( self::tests( 'async' ) ) );

		self::choose( 'counts', 'site' );

		self::assertSame( array( 'obolus_access', 'obolus_counts' ), array_keys( self::tests( 'async' ) ) );
	}

	/** @testWith [200, {"counts": []}, "good"]
	 *            [200, {"else": []}, "recommended"]
	 *            [403, {"counts": []}, "recommended"]
	 */
	public function test_it_says_whether_readers_get_numbers_from_this_site( int $answered, array $body, string $status ): void {
		self::choose( 'counts', 'site' );
		$this->answer = static fn () => self::answered( $answered, $body );

		$found = self::asked( 'counts' );

		self::assertSame( array( rest_url( 'obolus/v1/counts' ) ), array_column( $this->sent, 'url' ) );
		self::assertSame( $status, $found['status'] );
	}

	public function test_without_permalinks_it_says_why_there_are_no_numbers(): void {
		self::choose( 'counts', 'site' );
		$GLOBALS['wp_rewrite']->set_permalink_structure( '' );

		$found = self::asked( 'counts' );

		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
		self::assertStringContainsString( 'permalinks', $found['description'] );
		self::assertSame( array(), $this->sent );
	}

	/** @testWith [0, 401]
	 *            [1, 200]
	 */
	public function test_only_who_may_see_site_health_has_somebody_asked( int $user, int $status ): void {
		$this->answer = static fn () => self::answered( 200, array( 'username' => 'alice' ) );
		$GLOBALS['wp_rest_server'] = null;
		wp_set_current_user( $user );

		$answer = rest_do_request( '/obolus/v1/health/access' );

		$GLOBALS['wp_rest_server'] = null;
		self::assertSame( $status, $answer->get_status() );
		self::assertCount( 200 === $status ? 1 : 0, $this->sent );
	}

	public function test_what_people_copy_for_help_has_the_state_and_no_secret(): void {
		self::a_connection( array( 'token' => 'a-good-token', 'refresh' => 'a-refresh-token', 'client_id' => 'id', 'client_secret' => 'a-secret' ) )->is_of( 'alice' );
		update_option( 'obolus_site', array( 'host' => 'blog.example', 'token' => 'a-proof', 'state' => 'proven' ) );
		self::a_post();

		$fields = apply_filters( 'debug_information', array() )['obolus']['fields'];

		$values = array_column( $fields, 'value' );
		self::assertSame( array( Obolus\VERSION, self::SERVER, 'app' ), array_slice( $values, 0, 3 ) );
		self::assertSame( array( '1', 'off', 'after', 'post' ), array( $fields['waiting']['value'], $fields['counts']['value'], $fields['placement']['value'], $fields['button_types']['value'] ) );
		self::assertTrue( $fields['username']['private'] );
		self::assertDoesNotMatchRegularExpression( '/a-good-token|a-refresh-token|a-secret|a-proof/', wp_json_encode( $fields ) );
		self::assertSame( array(), $this->sent );
	}

	public function test_others_may_hand_over_anything(): void {
		self::assertSame( array( null, null ), array( apply_filters( 'site_status_tests', null ), apply_filters( 'debug_information', null ) ) );
	}

	/** The tests of this plugin. */
	private static function tests( string $kind ): array {
		$tests = apply_filters( 'site_status_tests', array( 'direct' => array( 'of_others' => array() ), 'async' => array() ) );
		return array_diff_key( $tests[ $kind ], array( 'of_others' => true ) );
	}

	/** What a test finds that asks nobody. */
	private static function found( string $name ): array {
		return call_user_func( self::tests( 'direct' )[ "obolus_$name" ]['test'] );
	}

	/** What a test finds that asks somebody, as WordPress runs it once a week. */
	private static function asked( string $name ): array {
		return call_user_func( self::tests( 'async' )[ "obolus_$name" ]['async_direct_test'] );
	}
}
