<?php
use Obolus\Authors\Author_Settings;
use Obolus\Authors\Offer;
use Obolus\Authors\Schedule;
use Obolus\Removal;

require_once __DIR__ . '/../class-authors-test.php';

final class Authors_Profile_Test extends Authors_Test {

	private const SENT = array( 'account' => 'anna_a', 'from' => '2026-12-31', 'off' => '1', 'layout' => 'icon' );

	public function test_the_profile_keeps_what_its_form_sends(): void {
		$this->form( $this->anna, self::SENT );

		self::assertSame( self::SENT, $this->kept() );
		self::assertSame( array(), $this->sent );
	}

	public function test_an_author_keeps_their_own(): void {
		wp_set_current_user( $this->anna );
		$this->form( $this->anna, self::SENT, null, 'personal_options_update' );

		self::assertSame( self::SENT, $this->kept() );
	}

	public function test_what_is_empty_and_a_box_that_is_not_ticked_take_away(): void {
		$this->form( $this->anna, self::SENT );
		$this->form( $this->anna, array( 'account' => '', 'from' => '', 'layout' => '' ) );

		self::assertSame( array( 'account' => '', 'from' => '', 'off' => '', 'layout' => '' ), $this->kept() );
		self::assertFalse( metadata_exists( 'user', $this->anna, 'obolus_account' ) );
	}

	/** @dataProvider nonces */
	public function test_nothing_is_kept_without_the_nonce_of_this_profile( string $action ): void {
		$this->form( $this->anna, self::SENT, '' === $action ? '' : wp_create_nonce( $action ) );

		self::assertSame( '', $this->kept()['account'] );
	}

	public static function nonces(): array {
		return array( 'none' => array( '' ), 'another user’s' => array( 'update-user_1' ), 'another form’s' => array( 'obolus_post' ) );
	}

	public function test_nothing_is_kept_for_somebody_who_may_not_edit_the_user(): void {
		wp_set_current_user( self::a_person( 'eve', 'editor' ) );
		$this->form( $this->anna, self::SENT );

		self::assertSame( '', $this->kept()['account'] );
		self::assertSame( '', self::printed( fn () => do_action( 'edit_user_profile', get_userdata( $this->anna ) ) ) );
	}

	public function test_a_form_without_these_fields_changes_nothing(): void {
		$this->form( $this->anna, self::SENT );
		foreach ( array( null, 'text' ) as $fields ) {
			$this->form( $this->anna, $fields );
		}

		self::assertSame( self::SENT, $this->kept() );
	}

	public function test_there_are_fields_only_for_those_who_write_chosen_posts_while_the_site_is_connected(): void {
		$reader = self::a_person( 'rita', 'subscriber' );
		$author = $this->fields( $this->anna );
		$this->form( $reader, self::SENT );
		update_option( 'obolus_post_types', array( 'page' ) );
		$of_pages = $this->fields( $this->anna );
		update_option( 'obolus_post_types', array( 'post' ) );
		delete_option( 'obolus_token' );

		self::assertStringContainsString( 'name="obolus_author[account]"', $author );
		self::assertSame( '', $this->fields( $reader ) );
		self::assertSame( '', Author_Settings::get( $reader, 'account' ) );
		self::assertSame( '', $of_pages );
		self::assertSame( '', $this->fields( $this->anna ) );
	}

	public function test_somebody_who_does_not_write_any_more_can_still_take_the_account_away(): void {
		self::gives( $this->anna, 'anna_a' );
		get_userdata( $this->anna )->set_role( 'subscriber' );

		self::assertStringContainsString( 'name="obolus_author[account]"', $this->fields( $this->anna ) );
	}

	/** @dataProvider unreadable */
	public function test_what_cannot_be_read_leaves_what_was_there_and_is_said( string $field, string $written ): void {
		$this->form( $this->anna, self::SENT );
		$errors = $this->form( $this->anna, array( $field => $written ) + self::SENT );

		self::assertSame( self::SENT, $this->kept() );
		self::assertSame( array( "obolus_$field" ), $errors->get_error_codes() );
	}

	public static function unreadable(): array {
		return array(
			'a hostile name'       => array( 'account', self::HOSTILE ),
			'a name with a slash'  => array( 'account', '../admin' ),
			'a name of one letter' => array( 'account', 'a' ),
			'a long name'          => array( 'account', str_repeat( 'a', 31 ) ),
			'a name with an end'   => array( 'account', "anna\0b" ),
			'no day'               => array( 'from', self::HOSTILE ),
			'a day too many'       => array( 'from', '2026-02-30' ),
			'another way'          => array( 'from', '31.12.2026' ),
		);
	}

	public function test_an_array_in_place_of_a_word_is_no_word(): void {
		$errors = $this->form( $this->anna, array( 'account' => array( 'anna_a' ), 'layout' => array( 'icon' ), 'off' => array( '1' ) ) );

		self::assertSame( array( 'account' => '', 'from' => '', 'off' => '', 'layout' => '' ), $this->kept() );
		self::assertSame( array(), $errors->get_error_codes() );
	}

	public function test_an_unknown_layout_is_none_and_whoever_writes_the_meta_writes_it_clean(): void {
		$this->form( $this->anna, array( 'layout' => 'huge' ) );
		update_user_meta( $this->anna, 'obolus_account', self::HOSTILE );

		self::assertSame( '', $this->kept()['layout'] );
		self::assertSame( '', get_user_meta( $this->anna, 'obolus_account', true ) );
	}

	public function test_a_hostile_meta_that_is_there_all_the_same_is_not_used(): void {
		global $wpdb;
		$wpdb->insert( $wpdb->usermeta, array( 'user_id' => $this->anna, 'meta_key' => 'obolus_account', 'meta_value' => self::HOSTILE ) );
		$this->delivers();

		self::assertSame( array(), $this->sent );
		self::assertStringNotContainsString( '<script', $this->fields( $this->anna ) . $this->listed() );
	}

	/** @dataProvider states */
	public function test_the_state_is_said_in_words_with_the_way_to_the_next_yes( array $at_the_server, string $words, string $page ): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$id                 = array_key_last( $this->given );
		$this->given[ $id ] = $at_the_server + $this->given[ $id ];
		$this->delivers();

		foreach ( array( $this->fields( $this->anna ), $this->listed() ) as $html ) {
			self::assertStringContainsString( $words, $html );
			self::assertSame( '' !== $page, false !== strpos( $html, 'To the page at the server' ) );
			self::assertStringContainsString( '' === $page ? $words : "href=\"https://obolus.example$page\"", $html );
		}
	}

	public static function states(): array {
		return array(
			'proposed' => array( array( 'state' => 'proposed' ), 'Waits for the owner of the site', '/dashboard/sites/blog.example/assignments' ),
			'asked'    => array( array( 'state' => 'asked' ), 'Waits for anna_a to agree', '/dashboard/assignments' ),
			'agreed'   => array( array( 'state' => 'agreed', 'from' => '2027-01-01T00:00:00Z' ), 'It begins on 2027-01-01.', '' ),
			'in force' => array( array( 'state' => 'in_force', 'began_at' => '2026-11-30T00:00:00Z' ), 'In force since 2026-11-30.', '' ),
			'hostile'  => array( array( 'state' => self::HOSTILE, 'from' => self::HOSTILE ), 'Waits for the owner of the site', '/dashboard/sites/blog.example/assignments' ),
		);
	}

	public function test_a_refusal_is_said_with_its_reason_as_text_and_can_be_tried_again(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = static fn ( $request ) => 'POST' === $request['method'] ? self::answered( 422, array( 'detail' => 'Nobody is <b onclick="x()">called</b> & so.' ) ) : null;
		$this->delivers();
		$profile = $this->fields( $this->anna );
		$list    = $this->listed();
		$this->instead = null;
		$this->form( $this->anna, array( 'account' => 'anna_a', 'again' => '1' ) );
		$this->delivers();

		foreach ( array( $profile, $list ) as $html ) {
			self::assertStringContainsString( 'Refused: Nobody is called &amp; so.', $html );
		}
		self::assertStringContainsString( 'name="obolus_author[again]"', $profile );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
		self::assertStringNotContainsString( 'name="obolus_author[again]"', $this->fields( $this->anna ) );
	}

	public function test_why_the_server_does_not_know_of_it_yet_is_said(): void {
		self::gives( $this->anna, 'anna_a' );
		$before        = $this->fields( $this->anna );
		$this->instead = static fn () => self::answered( 403, array( 'detail' => 'Prove first that it is yours.' ) );
		$this->delivers();
		$refused = $this->fields( $this->anna );
		$this->is_found( '' );

		self::assertStringContainsString( 'Waits to be sent to the server.', $before );
		self::assertStringContainsString( 'which was asked and said: Prove first that it is yours.', $refused );
		self::assertStringContainsString( 'Waits until the server knows this site.', $this->fields( $this->anna ) );
	}

	public function test_the_list_names_authors_with_accounts_and_only_them(): void {
		global $wpdb;
		self::a_person( 'bert' );
		$wpdb->update( $wpdb->users, array( 'display_name' => 'Anna <i>A</i> & B' ), array( 'ID' => $this->anna ) );
		clean_user_cache( $this->anna );
		$empty = $this->listed();
		self::gives( $this->anna, 'anna_a', '2026-12-31' );
		$list = $this->listed();

		self::assertStringContainsString( 'No author has an account', $empty );
		self::assertStringContainsString( "user_id={$this->anna}", $list );
		self::assertStringContainsString( '<td>anna_a</td><td>2026-12-31</td>', $list );
		self::assertStringNotContainsString( 'bert', $list );
		self::assertStringNotContainsString( '<i>', $list );
	}

	public function test_whoever_looks_asks_nobody_and_has_wp_cron_look_when_what_is_known_is_old(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$asked = count( $this->sent );
		$this->listed();
		$fresh = wp_next_scheduled( Schedule::HOOK );
		$kept  = get_option( 'obolus_authors' );
		update_option( 'obolus_authors', array( 'trouble' => array( 'asked_at' => time() - 400 ) ) + $kept );
		$this->fields( $this->anna );

		self::assertCount( $asked, $this->sent );
		self::assertGreaterThan( time() + 60, $fresh );
		self::assertTrue( self::is_soon( wp_next_scheduled( Schedule::HOOK ) ) );
	}

	public function test_nothing_of_authors_is_left_after_the_plugin(): void {
		$this->form( $this->anna, self::SENT + array( 'again' => '1' ) );
		$this->delivers();
		do_action( 'obolus_connected' );
		add_filter( 'query', static fn ( $query ) => 0 === strpos( $query, 'DROP TABLE' ) ? 'SELECT 1' : $query );
		$before = self::left();
		( new Removal() )->everywhere();

		self::assertGreaterThanOrEqual( 7, $before );
		self::assertSame( 0, self::left() );
		self::assertFalse( wp_next_scheduled( Schedule::HOOK ) );
	}

	private static function left(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT( * ) FROM $wpdb->usermeta WHERE meta_key LIKE '%obolus%'" )
			+ (int) $wpdb->get_var( "SELECT COUNT( * ) FROM $wpdb->options WHERE option_name LIKE '%obolus%'" );
	}

	/** Sends the form of a profile; what it complains about. */
	private function form( int $user, $fields, ?string $nonce = null, string $hook = 'edit_user_profile_update' ): WP_Error {
		$form  = array( '_wpnonce' => $nonce ?? wp_create_nonce( "update-user_$user" ), 'user_id' => $user, 'email' => get_userdata( $user )->user_email );
		$_POST = wp_slash( $form + ( null === $fields ? array() : array( 'obolus_author' => $fields ) ) );
		do_action( $hook, $user );
		$errors = new WP_Error();
		$person = (object) array( 'ID' => $user );
		do_action_ref_array( 'user_profile_update_errors', array( &$errors, true, &$person ) );
		return $errors;
	}

	private function kept(): array {
		$kept = array();
		foreach ( array_keys( Author_Settings::all() ) as $name ) {
			$kept[ $name ] = (string) get_user_meta( $this->anna, Author_Settings::all()[ $name ]['key'], true );
		}
		return $kept;
	}

	private function fields( int $user ): string {
		return self::printed( static fn () => do_action( 'edit_user_profile', get_userdata( $user ) ) );
	}

	/** The section of the settings page. */
	private function listed(): string {
		$GLOBALS['wp_settings_sections'] = array();
		foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks[10] as $hook ) {
			if ( is_array( $hook['function'] ) && $hook['function'][0] instanceof Obolus\Authors\Author_List ) {
				call_user_func( $hook['function'] );
			}
		}
		return self::printed( $GLOBALS['wp_settings_sections']['obolus']['obolus_authors']['callback'] );
	}
}
