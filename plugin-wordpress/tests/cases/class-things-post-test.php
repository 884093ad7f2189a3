<?php
use Obolus\Things\Post_Settings;
use Obolus\Things\Records;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Post_Test extends Things_Test {

	public function test_what_the_box_sends_is_kept(): void {
		$post = self::a_post();
		$this->send( $post, array( 'off' => '1', 'language' => 'de-de', 'category' => 'audio', 'hidden' => '0', 'url' => ' https://blog.example/x ' ) );

		self::assertSame( array( '1', 'de_DE', 'audio', '0', 'https://blog.example/x' ), self::kept( $post ) );
		self::assertSame( Records::REMOVED, $this->after_cron( $post )->state );
	}

	public function test_every_choice_can_be_taken_back(): void {
		$post = self::a_post();
		$this->send( $post, array( 'off' => '1', 'language' => 'de_DE', 'category' => 'audio', 'hidden' => '1', 'url' => 'https://blog.example/x' ) );
		$this->send( $post, array( 'language' => '', 'category' => '', 'hidden' => '', 'url' => '' ) );

		self::assertSame( array( '', '', '', '', '' ), self::kept( $post ) );
	}

	public function test_nothing_is_kept_without_a_nonce(): void {
		$post  = self::a_post();
		$_POST = array( 'post_ID' => $post, 'obolus' => array( 'off' => '1' ) );
		do_action( 'save_post', $post, get_post( $post ), true );
		$_POST['obolus_nonce'] = wp_create_nonce( 'something else' );
		do_action( 'save_post', $post, get_post( $post ), true );

		self::assertSame( '', Post_Settings::get( $post, 'off' ) );
	}

	public function test_nothing_is_kept_for_who_may_not_edit_the_post(): void {
		$post = self::a_post();
		wp_set_current_user( wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'contributor' ) ) );
		$this->send( $post, array( 'off' => '1' ) );

		self::assertSame( '', Post_Settings::get( $post, 'off' ) );
	}

	public function test_an_author_does_not_choose_another_address_which_may_be_any_page_of_the_owners_account(): void {
		$author = wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'author' ) );
		$post   = self::a_post( array( 'post_author' => $author ) );
		Post_Settings::set( $post, 'url', 'https://blog.example/chosen-by-an-editor' );
		wp_set_current_user( $author );
		$this->send( $post, array( 'hidden' => '1', 'url' => 'https://blog.example/' ) );

		self::assertSame( '1', Post_Settings::get( $post, 'hidden' ) );
		self::assertSame( 'https://blog.example/chosen-by-an-editor', Post_Settings::get( $post, 'url' ) );
		self::assertFalse( current_user_can( 'edit_post_meta', $post, '_obolus_url' ) );
		self::assertTrue( current_user_can( 'edit_post_meta', $post, '_obolus_hidden' ) );
	}

	public function test_nothing_is_kept_for_a_post_that_was_not_sent(): void {
		$post  = self::a_post();
		$other = self::a_post();
		$this->send( $post, array( 'off' => '1' ), $other );

		self::assertSame( '', Post_Settings::get( $other, 'off' ) );
	}

	public function test_hostile_strings_are_not_kept(): void {
		$post = self::a_post();
		$this->send( $post, array_fill_keys( array( 'off', 'language', 'category', 'hidden' ), self::HOSTILE ) + array( 'url' => 'javascript:alert(1)' ) );
		$kept = self::kept( $post );
		$this->send( $post, array_fill_keys( array( 'off', 'language', 'category', 'hidden', 'url' ), array( 'x' ) ) );

		self::assertSame( array( '', '', '', '', '' ), $kept );
		self::assertSame( array( '', '', '', '', '' ), self::kept( $post ) );
	}

	public function test_hostile_meta_written_by_others_is_clean_when_it_is_read(): void {
		global $wpdb;
		$post = self::a_post();
		$wpdb->insert( $wpdb->postmeta, array( 'post_id' => $post, 'meta_key' => '_obolus_url', 'meta_value' => 'javascript:alert(1)' ) );
		wp_cache_flush();

		self::assertSame( '', Post_Settings::get( $post, 'url' ) );
	}

	public function test_over_rest_only_who_may_edit_the_post_writes_its_choices(): void {
		$post = self::a_post();
		wp_set_current_user( wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'contributor' ) ) );

		self::assertFalse( current_user_can( 'edit_post_meta', $post, '_obolus_url' ) );

		wp_set_current_user( 1 );

		self::assertTrue( current_user_can( 'edit_post_meta', $post, '_obolus_url' ) );
	}

	public function test_the_box_shows_the_state_with_its_sentence_and_no_markup_of_others(): void {
		$post = self::a_post();
		$this->refuse();

		$box = $this->box( $post );

		self::assertStringContainsString( 'Refused: &quot;&gt;&lt;script&gt;', $box );
		self::assertStringNotContainsString( '<script', $box );
	}

	private function send( int $post, array $choices, int $saved = 0 ): void {
		$_POST = array( 'post_ID' => $post, 'obolus_nonce' => wp_create_nonce( 'obolus_post' ), 'obolus' => wp_slash( $choices ) );
		do_action( 'save_post', $saved ?: $post, get_post( $saved ?: $post ), true );
	}

	private function after_cron( int $post ) {
		$this->cron();
		return self::record( $post );
	}

	public function test_visitors_of_the_rest_api_are_not_told_what_is_chosen_for_a_post(): void {
		$post = self::a_post();
		Post_Settings::set( $post, 'hidden', '1' );
		$request = new WP_REST_Request( 'GET', "/wp/v2/posts/$post" );

		$edited = ( clone $request );
		$edited->set_param( 'context', 'edit' );
		self::assertSame( '1', rest_do_request( $edited )->get_data()['meta']['_obolus_hidden'] );
		self::assertStringNotContainsString( '_obolus_', wp_json_encode( rest_do_request( $request )->get_data() ) );
	}

	public function test_languages_are_called_by_their_names_in_the_language_of_who_chooses(): void {
		$in_english = $this->box( self::a_post() );
		add_filter( 'get_user_metadata', static fn ( $meta, $user, $key ) => 'locale' === $key ? 'sv_SE' : $meta, 10, 3 );
		wp_get_current_user()->locale = 'sv_SE';
		$in_swedish = $this->box( self::a_post() );

		self::assertStringContainsString( '<option value="de_AT">German (Austria)</option><option value="de_DE">German (Germany)</option>', $in_english );
		self::assertStringContainsString( '<option value="de_DE">tyska (Tyskland)</option>', $in_swedish );
		self::assertLessThan( strpos( $in_english, 'value="ar_AE"' ), strpos( $in_english, 'value="sq_AL"' ), 'Albanian stands before Arabic.' );
	}

	public function test_whoever_is_asked_about_is_not_taken_for_who_is_here(): void {
		$author = wp_insert_user( array( 'user_login' => 'alice', 'user_pass' => 'alice-pass', 'role' => 'author' ) );
		$post   = self::a_post( array( 'post_author' => $author ) );

		self::assertTrue( user_can( $author, 'edit_post_meta', $post, '_obolus_off' ) );
		self::assertFalse( user_can( $author, 'edit_post_meta', $post, '_obolus_url' ) );
		self::assertFalse( user_can( 0, 'edit_post_meta', $post, '_obolus_off' ) );
		self::assertTrue( user_can( 1, 'edit_post_meta', $post, '_obolus_url' ) );
	}

	public function test_its_lists_are_no_wider_than_the_box(): void {
		$box = $this->box( self::a_post() );

		self::assertSame( 3, substr_count( $box, '<select' ) );
		self::assertSame( 3, substr_count( $box, '<select class="widefat" style="box-sizing: border-box"' ) );
	}

	private function box( int $post ): string {
		do_action( 'add_meta_boxes', 'post', get_post( $post ) );
		set_current_screen( 'post' );
		ob_start();
		call_user_func( $GLOBALS['wp_meta_boxes']['post']['side']['default']['obolus']['callback'], get_post( $post ) );
		return ob_get_clean();
	}

	private static function kept( int $post ): array {
		return array_map( static fn ( string $name ): string => Post_Settings::get( $post, $name ), array( 'off', 'language', 'category', 'hidden', 'url' ) );
	}
}
