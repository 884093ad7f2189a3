<?php
use Obolus\Button\Script;

require_once __DIR__ . '/../class-button-case.php';

final class Script_Test extends Button_Case {

	public function test_the_script_comes_from_the_plugin_and_is_told_its_server(): void {
		self::shown( self::a_post() );

		$tag = self::printed( static function () {
			wp_scripts()->do_items( array( Script::HANDLE ) );
		} );

		self::assertStringStartsWith( '<script async data-server="https://obolus.example"', trim( $tag ) );
		self::assertStringContainsString( plugins_url( 'obolus/assets/button.js' ) . '?ver=' . Obolus\VERSION, $tag );
	}

	public function test_what_others_put_around_the_script_stays(): void {
		self::shown( self::a_post() );
		add_filter( 'script_loader_tag', static function ( $tag ) {
			return $tag . '<script src="other.js"></script>';
		}, 1 );

		$tag = self::printed( static function () {
			wp_scripts()->do_items( array( Script::HANDLE ) );
		} );

		self::assertSame( 1, substr_count( $tag, 'data-server' ) );
		self::assertMatchesRegularExpression( '/<script async data-server="[^"]+"[^>]* src=/', $tag );
	}

	public function test_a_server_whose_name_is_hostile_stays_in_its_attribute(): void {
		add_filter( 'pre_option_obolus_server', static function () {
			return 'https://obolus.example/"><script>alert(1)</script>$1';
		} );
		( new Obolus\Connection\Connection( new Obolus\Settings() ) )->keep( array( 'token' => 'a-token' ) );
		self::shown( self::a_post() );

		$tag = self::printed( static function () {
			wp_scripts()->do_items( array( Script::HANDLE ) );
		} );

		self::assertSame( 1, substr_count( $tag, '<script' ) );
	}

	public function test_the_page_keeps_room_for_a_button_in_its_head_and_once(): void {
		$post = self::a_post();
		self::on_page_of( $post );
		do_action( 'wp_enqueue_scripts' );
		$head = self::printed( 'wp_print_styles' );
		self::shown( $post );

		self::assertSame( 1, substr_count( $head, 'flattr-button[layout="compact"]:not(:defined){width:110px;height:20px}' ) );
		self::assertStringContainsString( '@media (scripting:enabled){flattr-button:not(:defined){', $head );
		self::assertStringNotContainsString( 'flattr-button', self::printed( 'print_late_styles' ) );
	}

	public function test_a_button_that_nobody_expected_brings_its_room_with_it(): void {
		self::choose( 'placement', 'off' );
		$post = self::a_post( array( 'post_content' => '[flattr]' ) );
		self::on_page_of( $post );
		do_action( 'wp_enqueue_scripts' );
		$head = self::printed( 'wp_print_styles' );
		self::shown( $post );

		self::assertStringNotContainsString( 'flattr-button', $head );
		self::assertStringContainsString( 'flattr-button:not(:defined)', self::printed( 'print_late_styles' ) );
	}

	/** @dataProvider pages_without_a_drawn_button */
	public function test_there_is_no_room_on_pages_without_a_drawn_button( callable $make ): void {
		$post = $make();
		self::on_page_of( $post );
		do_action( 'wp_enqueue_scripts' );
		self::shown( $post );

		self::assertFalse( wp_style_is( Script::HANDLE, 'enqueued' ) );
	}

	public static function pages_without_a_drawn_button(): array {
		$choosing = static fn ( string $setting, $value ) => static function () use ( $setting, $value ) {
			self::choose( $setting, $value );
			return self::a_post();
		};
		return array(
			'none by itself'  => array( $choosing( 'placement', 'off' ) ),
			'pictures'        => array( $choosing( 'layout', 'static' ) ),
			'another type'    => array( $choosing( 'button_types', array() ) ),
			'switched off'    => array( static fn () => self::a_post( array( 'meta_input' => array( '_obolus_off' => '1' ) ) ) ),
			'a password'      => array( static fn () => self::a_post( array( 'post_password' => 'secret' ) ) ),
			'not connected'   => array( static function () {
				self::disconnect();
				return self::a_post();
			} ),
		);
	}

	public function test_the_script_is_not_on_pages_without_a_button(): void {
		self::choose( 'placement', 'off' );

		self::shown( self::a_post() );

		self::assertFalse( self::is_script_there() );
	}

	public function test_the_script_is_not_on_pages_with_pictures_alone(): void {
		self::choose( 'layout', 'static' );

		self::assertStringContainsString( '<img src=', self::shown( self::a_post() ) );
		self::assertFalse( self::is_script_there() );
	}

	public function test_the_script_is_in_the_editor_of_a_connected_site_alone(): void {
		set_current_screen( 'post' );
		do_action( 'enqueue_block_assets' );
		self::assertTrue( self::is_script_there() );

		wp_dequeue_script( Script::HANDLE );
		self::disconnect();
		do_action( 'enqueue_block_assets' );
		self::assertFalse( self::is_script_there() );
		unset( $GLOBALS['current_screen'] );
	}

	public function test_other_scripts_are_left_alone(): void {
		self::assertSame( '<script src="a.js"></script>', apply_filters( 'script_loader_tag', '<script src="a.js"></script>', 'other', 'a.js' ) );
	}

	public function test_the_script_is_told_where_this_site_answers_for_the_numbers(): void {
		self::choose( 'counts', 'site' );

		$markup = self::shown( self::a_post() );
		$tag    = self::printed( static function () {
			wp_scripts()->do_items( array( Script::HANDLE ) );
		} );

		self::assertStringContainsString( ' data-server="https://obolus.example" data-counts="' . home_url( '/wp-json/obolus/v1/' ) . '"', $tag );
		self::assertStringNotContainsString( 'counts=', $markup );
		self::assertSame( array(), $this->sent );
	}

	public function test_a_site_without_permalinks_answers_for_no_numbers(): void {
		self::choose( 'counts', 'site' );
		$GLOBALS['wp_rewrite']->set_permalink_structure( '' );

		$markup = self::shown( self::a_post() );
		$tag    = self::printed( static function () {
			wp_scripts()->do_items( array( Script::HANDLE ) );
		} );
		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );

		self::assertStringNotContainsString( 'data-counts', $tag );
		self::assertStringContainsString( ' counts="off" ', $markup );
	}
}
