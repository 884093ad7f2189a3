<?php
use Obolus\Authors\Author_Settings;
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

	private function kept(): array {
		$kept = array();
		foreach ( array_keys( Author_Settings::all() ) as $name ) {
			$kept[ $name ] = (string) get_user_meta( $this->anna, Author_Settings::all()[ $name ]['key'], true );
		}
		return $kept;
	}
}
