<?php
use Obolus\Care\Flattr_Notice;
use Obolus\Connection\Gate;
use Obolus\Settings;

require_once __DIR__ . '/../class-flattr-case.php';

final class Flattr_Settings_Test extends Flattr_Case {

	public function test_where_that_plugin_never_was_nobody_is_asked(): void {
		self::assertSame( '', self::page() );
		self::assertStringContainsString( 'page=obolus', $this->answer( Flattr_Notice::TAKE ) );
		self::assertSame( array( 'after', array( 'post' ) ), self::chosen( 'placement', 'post_types' ) );
	}

	public function test_it_says_what_was_found_and_takes_nothing_by_itself(): void {
		self::leave();

		$page = self::page();

		foreach ( array( 'Settings of the Flattr plugin were found', 'Place: Before the content', 'Kinds of posts: Posts, Pages<', 'Hide posts from the server’s listings: Yes', 'Layout: Compact, with the number', 'Category: Audio', 'Language: Swedish (Sweden)', 'Payment links: No', 'the account and its keys' ) as $said ) {
			self::assertStringContainsString( $said, $page );
		}
		self::assertStringNotContainsString( 'a-secret', $page );
		self::assertSame( array( 'after', 'text' ), self::chosen( 'placement', 'category' ) );
	}

	public function test_what_has_an_equivalent_is_taken_over(): void {
		self::leave();

		$this->answer( Flattr_Notice::TAKE );

		self::assertSame( array( 'before', 'compact', array( 'post', 'page' ), array( 'post' ) ), self::chosen( 'placement', 'layout', 'post_types', 'button_types' ) );
		self::assertSame( array( 'audio', 'sv_SE', 'blog, bread' ), self::chosen( 'category', 'language', 'extra_tags' ) );
		self::assertEquals( array( true, true, false ), self::chosen( 'hidden', 'feed_button', 'payment_links' ) );
		self::assertSame( array(), $this->sent );
	}

	public function test_what_that_plugin_has_left_stays_and_its_secrets_are_kept_nowhere_else(): void {
		global $wpdb;
		self::leave();
		$post   = self::a_post_of_flattr( array( '_flattr_btn_disabled' => '1' ) );
		$secret = "SELECT COUNT( * ) FROM $wpdb->options WHERE option_value LIKE '%a-secret%' OR option_value LIKE '%a-token%' OR option_value LIKE '%alice-at-flattr%'";

		$this->answer( Flattr_Notice::TAKE );

		self::assertSame( self::LEFT, array_combine( array_keys( self::LEFT ), array_map( 'get_option', array_keys( self::LEFT ) ) ) );
		self::assertSame( '1', get_post_meta( $post, '_flattr_btn_disabled', true ) );
		self::assertSame( '3', $wpdb->get_var( $secret ) );
	}

	public function test_it_says_what_was_taken_and_what_not_and_does_not_ask_again(): void {
		self::leave( array( 'user_based_flattr_buttons' => 'on', 'flattr_global_button' => 'on', 'flattrss_custom_image_url' => 'https://blog.example/mine.png' ) );

		$this->answer( Flattr_Notice::TAKE );

		$said = self::page();
		foreach ( array( 'Place: Before the content', 'Not taken over', 'the accounts of authors', 'a picture of your own', 'front page' ) as $sentence ) {
			self::assertStringContainsString( $sentence, $said );
		}
		self::assertStringNotContainsString( 'were found', $said );
		self::assertStringNotContainsString( 'Not taken over', self::page() );
	}

	/** @testWith ["flattr_aut", "", "placement", "off"]
	 *            ["flattr_top", "", "placement", "after"]
	 *            ["flattr_top", "false", "placement", "after"]
	 *            ["flattr_compact", "", "layout", "large"]
	 *            ["flattr_button_style", "image", "layout", "static"]
	 *            ["flattr_button_style", "text", "layout", "text"]
	 *            ["flattr_aut_page", "on", "button_types", ["post", "page"]]
	 *            ["flattr_cat", "<script>", "category", "text"]
	 *            ["flattr_lng", "de", "language", "de_DE"]
	 *            ["flattrss_relpayment_enabled", "on", "payment_links", true]
	 *            ["flattr_hide", "", "hidden", false]
	 *            ["flattr_hide", ["x"], "hidden", false]
	 *            ["flattr_post_types", "post", "post_types", ["post"]]
	 */
	public function test_each_of_its_choices_means_something_here( string $option, $left, string $setting, $taken ): void {
		self::leave( array( $option => $left ) );

		$this->answer( Flattr_Notice::TAKE );

		self::assertEquals( array( $taken ), self::chosen( $setting ) );
	}

	public function test_who_wants_none_of_it_is_not_asked_again(): void {
		self::leave();

		$this->answer( Flattr_Notice::DISMISS );

		self::assertSame( '', self::page() );
		self::assertSame( 'after', self::chosen( 'placement' )[0] );
		$this->answer( Flattr_Notice::TAKE );
		self::assertSame( 'after', self::chosen( 'placement' )[0] );
	}

	/** @testWith ["obolus_flattr_take"]
	 *            ["obolus_flattr_dismiss"]
	 */
	public function test_only_who_runs_the_site_answers_and_only_on_its_page( string $action ): void {
		self::leave();

		self::assertSame( 'died 403', $this->answer( $action, 'nonsense' ) );
		wp_set_current_user( wp_insert_user( array( 'user_login' => 'bob', 'user_pass' => 'pass', 'role' => 'editor' ) ) );
		self::assertSame( 'died 403', $this->answer( $action ) );
		self::assertSame( '', self::page() );

		self::assertSame( 'after', self::chosen( 'placement' )[0] );
		self::assertFalse( get_option( Flattr_Notice::OPTION ) );
	}

	public function test_it_is_asked_on_the_page_of_the_settings_alone(): void {
		self::leave();

		self::assertSame( '', self::page( 'dashboard' ) );
	}

	public function test_what_was_left_is_no_markup(): void {
		self::leave( array( 'flattr_atags' => 'salt & pepper, <script>alert(1)</script>', 'flattr_post_types' => array( 'post', '<script>' ), 'flattr_lng' => '"><script>' ) );

		self::assertStringContainsString( 'salt &amp; pepper', self::page() );
		self::assertStringNotContainsString( '<script>', self::page() );
		$this->answer( Flattr_Notice::TAKE );
		self::assertStringNotContainsString( '<script>', self::page() );
	}

	/** @testWith [["flattr/flattr.php"], true]
	 *            [[], false]
	 */
	public function test_it_says_when_that_plugin_is_still_active( array $active, bool $said ): void {
		self::leave();
		add_filter( 'option_active_plugins', static fn () => $active );

		self::assertSame( $said, false !== strpos( self::page(), 'still active' ) );
	}

	private static function chosen( string ...$names ): array {
		return array_map( array( new Settings(), 'get' ), $names );
	}

	/** What the plugin says above a page of the dashboard. */
	private static function page( string $screen = 'settings_page_' . Gate::PAGE ): string {
		set_current_screen( $screen );
		ob_start();
		foreach ( $GLOBALS['wp_filter']['admin_notices']->callbacks[10] as $hook ) {
			if ( is_array( $hook['function'] ) && is_object( $hook['function'][0] ) && 0 === strpos( get_class( $hook['function'][0] ), 'Obolus\\' ) ) {
				call_user_func( $hook['function'] );
			}
		}
		return ob_get_clean();
	}
}
