<?php
require_once __DIR__ . '/../class-button-case.php';

use Obolus\Care\Privacy_Policy;
use Obolus\Connection\Connection;
use Obolus\Settings;

final class Privacy_Policy_Test extends Button_Case {

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	public function test_wordpress_offers_it(): void {
		set_current_screen( 'options-privacy' );
		$GLOBALS['wp_actions']['admin_init'] = 1;

		self::policy()->suggest();

		$offered = array_column( WP_Privacy_Policy_Content::get_suggested_policy_text(), 'policy_text', 'plugin_name' );
		self::assertSame( self::policy()->text(), $offered['Obolus'] );
	}

	public function test_before_the_site_is_connected_nothing_is_said_to_readers(): void {
		self::disconnect();

		self::assertStringContainsString( 'before this site is connected', self::policy()->text() );
		self::assertSame( array(), self::to_readers() );
	}

	public function test_without_numbers_the_server_is_asked_when_a_reader_turns_to_the_button(): void {
		self::choose( 'counts', 'off' );

		self::assertStringContainsString( 'Only when you point at the button, focus or press it does your browser turn to obolus.example', self::to_readers()[0] );
		self::assertStringNotContainsString( 'your browser asks', self::to_readers()[0] );
		self::assertStringNotContainsString( 'frame', implode( self::to_readers() ) );
	}

	public function test_with_numbers_of_this_site_it_says_who_asks_whom(): void {
		self::choose( 'counts', 'site' );

		self::assertStringContainsString( 'your browser asks this site, and this site asks obolus.example without saying anything about you', self::to_readers()[0] );
	}

	public function test_numbers_of_this_site_need_permalinks(): void {
		self::choose( 'counts', 'site' );
		$GLOBALS['wp_rewrite']->set_permalink_structure( '' );

		$said = implode( self::to_readers() );

		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
		self::assertStringNotContainsString( 'your browser asks', $said );
		self::assertStringNotContainsString( 'frame', $said );
	}

	public function test_with_numbers_of_the_server_it_says_what_the_server_learns(): void {
		self::choose( 'counts', 'direct' );

		self::assertStringContainsString( 'your browser asks obolus.example when you open the page', self::to_readers()[0] );
		self::assertStringContainsString( 'learns your IP address', self::to_readers()[0] );
	}

	/** @testWith ["direct", "static", false, true]
	 *            ["direct", "large", true, true]
	 *            ["direct", "large", false, false]
	 *            ["off", "static", true, false]
	 */
	public function test_pictures_are_named_where_they_come_from_the_server( string $counts, string $layout, bool $feeds, bool $named ): void {
		self::choose( 'counts', $counts );
		self::choose( 'layout', $layout );
		self::choose( 'feed_button', $feeds );

		self::assertSame( $named, false !== strpos( implode( self::to_readers() ), 'picture is loaded from obolus.example' ) );
	}

	public function test_no_placeholder_is_left_and_nothing_in_it_is_markup_of_others(): void {
		add_filter( 'pre_option_obolus_server', static fn () => 'https://a&b"<script>.example' );
		( new Connection( new Settings() ) )->keep( array( 'token' => 'good' ) );
		self::assertStringContainsString( 'a&amp;b', self::policy()->text() );
		foreach ( array( 'off', 'site', 'direct' ) as $counts ) {
			self::choose( 'counts', $counts );
			self::choose( 'feed_button', true );

			self::assertStringNotContainsString( '%', self::policy()->text() );
			self::assertStringNotContainsString( '<script', self::policy()->text() );
		}
	}

	/** The paragraphs that are copied into the policy. */
	private static function to_readers(): array {
		preg_match_all( '#<p>(.+?)</p>#', self::policy()->text(), $paragraphs );
		return $paragraphs[1];
	}

	private static function policy(): Privacy_Policy {
		$settings = new Settings();
		return new Privacy_Policy( $settings, new Connection( $settings ) );
	}
}
