<?php
require_once __DIR__ . '/../class-network-case.php';

use Obolus\Care\Network_Page;
use Obolus\Connection\Connection;
use Obolus\Network_Defaults;
use Obolus\Settings;

final class Network_Defaults_Test extends Network_Case {

	/** @testWith ["http://localhost:9200", false]
	 *            ["https://127.0.0.1/solr", false]
	 *            ["https://[::1]", false]
	 *            ["https://obolus.example", true]
	 */
	public function test_who_runs_one_site_of_a_network_does_not_reach_the_machine_of_all( string $server, bool $may ): void {
		wp_set_current_user( self::an_owner_of_one_site() );

		self::sent_form( 'obolus_connect', array( 'server' => $server, 'how' => 'app' ) );

		self::assertSame( $may ? array( "$server/oauth/register" ) : array(), array_column( $this->sent, 'url' ) );
		self::assertSame( $may ? $server : '', get_option( 'obolus_server', '' ) );
	}

	/** @testWith [true]
	 *            [false]
	 */
	public function test_a_server_on_the_machine_of_the_network_is_for_those_who_run_it_or_when_they_have_named_it( bool $named ): void {
		if ( $named ) {
			Obolus\Network_Defaults::keep( array( 'server' => 'http://localhost:8080' ) );
			wp_set_current_user( self::an_owner_of_one_site() );
		}

		self::sent_form( 'obolus_connect', array( 'server' => 'http://localhost:8080', 'how' => 'app' ) );

		self::assertSame( array( 'http://localhost:8080/oauth/register' ), array_column( $this->sent, 'url' ) );
	}

	public function test_they_hold_for_a_site_that_has_chosen_nothing(): void {
		$this->save( array( 'server' => 'https://obolus.example/', 'layout' => 'compact', 'feed_button' => 'true', 'payment_links' => 'false' ) );

		$chosen = self::in( self::a_site( 'bread' ), static fn () => array_map( array( new Settings(), 'get' ), array( 'server', 'layout', 'feed_button', 'payment_links', 'counts' ) ) );

		self::assertSame( array( 'https://obolus.example', 'compact', true, false, 'off' ), $chosen );
		self::assertFalse( ( new Connection( new Settings() ) )->is_there() );
		self::assertSame( array(), $this->sent );
	}

	public function test_what_a_site_has_chosen_goes_before_them_even_where_it_is_what_the_plugin_has(): void {
		$this->save( array( 'layout' => 'compact' ) );
		( new Settings() )->declare();

		$chosen = self::in(
			self::a_site( 'bread' ),
			static function () {
				update_option( Settings::option( 'layout' ), 'large' );
				return ( new Settings() )->get( 'layout' );
			}
		);

		self::assertSame( 'large', $chosen );
	}

	public function test_a_connected_site_stays_connected_when_the_network_names_another_server(): void {
		$this->save( array( 'server' => 'https://obolus.example' ) );
		( new Settings() )->declare();
		$connection = self::a_connection();

		$this->save( array( 'server' => 'https://other.example' ) );

		self::assertSame( array( true, 'https://obolus.example' ), array( $connection->is_there(), $connection->server() ) );
	}

	public function test_what_is_not_chosen_any_more_is_as_the_plugin_has_it(): void {
		$this->save( array( 'layout' => 'compact', 'server' => 'https://obolus.example' ) );

		$this->save( array( 'layout' => '', 'server' => '' ) );

		self::assertSame( array( 'large', '' ), array( ( new Settings() )->get( 'layout' ), ( new Settings() )->get( 'server' ) ) );
	}

	public function test_what_the_form_does_not_know_is_not_kept(): void {
		$this->save( array( 'layout' => '"><script>', 'server' => 'javascript:alert(1)', 'post_types' => 'page', 'counts' => array( 'direct' ) ) );

		self::assertSame( array( 'large', '', null, 'off' ), array( ( new Settings() )->get( 'layout' ), ( new Settings() )->get( 'server' ), Network_Defaults::get( 'post_types' ), ( new Settings() )->get( 'counts' ) ) );
	}

	public function test_only_who_runs_the_network_changes_them(): void {
		revoke_super_admin( 1 );
		wp_set_current_user( self::an_administrator() );

		self::assertSame( 'died 403', $this->save( array( 'layout' => 'compact' ) ) );
		self::assertSame( '', $this->page() );
		self::assertNull( Network_Defaults::get( 'layout' ) );
	}

	public function test_they_are_changed_only_from_their_own_page(): void {
		self::assertSame( 'died 403', $this->save( array( 'layout' => 'compact' ), 'nonsense' ) );
		self::assertNull( Network_Defaults::get( 'layout' ) );
	}

	public function test_the_page_shows_what_was_chosen(): void {
		self::assertStringContainsString( 'settings.php?page=obolus', $this->save( array( 'layout' => 'compact', 'payment_links' => 'false', 'server' => 'https://obolus.example/?a=1&b=%22' ) ) );

		$page = $this->page();

		self::assertStringContainsString( '<option value="compact" selected=\'selected\'>', $page );
		self::assertStringContainsString( '<option value="false" selected=\'selected\'>', $page );
		self::assertStringContainsString( 'As the plugin has it: After the content', $page );
		self::assertStringContainsString( 'action=obolus_defaults', $page );
	}

	/** @testWith ["https://obolus.example", "Settings saved."]
	 *            ["", "Settings saved."]
	 *            ["javascript:alert(1)", "Write the address of the server"]
	 */
	public function test_it_says_whether_what_was_sent_is_kept( string $server, string $said ): void {
		wp_parse_str( (string) wp_parse_url( $this->save( array( 'server' => $server ) ), PHP_URL_QUERY ), $_GET );

		self::assertStringContainsString( $said, $this->page() );
	}

	public function test_an_address_that_is_none_leaves_the_one_before(): void {
		$this->save( array( 'server' => 'https://obolus.example' ) );

		$this->save( array( 'server' => 'javascript:alert(1)' ) );

		self::assertSame( 'https://obolus.example', Network_Defaults::get( 'server' ) );
	}

	public function test_the_menu_of_the_network_leads_to_the_page(): void {
		$GLOBALS['submenu'] = array();

		do_action( 'network_admin_menu' );

		self::assertSame( array( Network_Page::MAY, 'obolus' ), array_slice( $GLOBALS['submenu']['settings.php'][0], 1, 2 ) );
	}

	/** Sends the form; where it leads. */
	private function save( array $sent, string $nonce = Network_Page::SAVE ): string {
		$_POST    = wp_slash( $sent );
		$_REQUEST = array( '_wpnonce' => wp_create_nonce( $nonce ) );
		return self::outcome( static fn () => do_action( 'network_admin_edit_' . Network_Page::SAVE ) );
	}

	private function page(): string {
		ob_start();
		( new Network_Page( new Obolus\Button\Fields( new Settings() ) ) )->show();
		return ob_get_clean();
	}

	/** Somebody who runs one site. */
	private static function an_administrator(): int {
		return wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'pass', 'user_email' => 'carol@example.test', 'role' => 'administrator' ) );
	}

	private static function an_owner_of_one_site(): int {
		return wp_insert_user( array( 'user_login' => 'alice', 'user_pass' => 'alice-pass', 'role' => 'administrator' ) );
	}
}
