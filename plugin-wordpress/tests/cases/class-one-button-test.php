<?php
require_once __DIR__ . '/../class-button-case.php';

final class One_Button_Test extends Button_Case {

	public function test_a_writer_who_takes_the_button_out_gets_that_of_the_site_back(): void {
		$post = self::a_post( array( 'post_content' => '[flattr type="icon"]' ) );
		self::shown( $post );
		wp_update_post( array( 'ID' => $post, 'post_content' => 'Flour.' ) );

		self::assertStringContainsString( ' layout="large" ', self::shown( $post ) );
	}

	public function test_a_content_that_is_made_twice_has_its_button_both_times(): void {
		$post = self::a_post();

		self::assertSame( self::shown( $post ), self::shown( $post ) );
	}

	/** @dataProvider buttons_of_writers */
	public function test_a_post_that_has_a_button_gets_no_second_one( string $content ): void {
		$post = self::a_post( array( 'post_content' => "Flour.\n\n$content" ) );

		self::assertSame( 1, self::buttons_in( self::shown( $post ) ) );
		self::assertSame( 1, self::buttons_in( self::shown( $post ) ) );
	}

	public function buttons_of_writers(): array {
		return array( array( '[flattr]' ), array( '<!-- wp:obolus/button {"layout":"icon"} /-->' ) );
	}

	public function test_a_button_for_another_address_does_not_take_the_place_of_the_posts_own(): void {
		self::assertSame( 2, self::buttons_in( self::shown( self::a_post( array( 'post_content' => '[flattr url="https://other.example/"]' ) ) ) ) );
	}

	public function test_a_theme_that_shows_the_button_first_gets_no_second_one(): void {
		$post = self::a_post();
		self::on_page_of( $post );

		$tag = self::printed( 'the_flattr_permalink' );

		self::assertSame( 1, self::buttons_in( $tag . self::shown( $post ) ) );
	}

	public function test_a_theme_that_shows_the_button_last_gets_no_second_one(): void {
		$post = self::a_post();

		$content = self::shown( $post );

		self::assertSame( 1, self::buttons_in( $content . self::printed( static function () use ( $post ) {
			obolus_button( $post, 'icon' );
		} ) ) );
	}

	/** @dataProvider two_buttons_of_writers */
	public function test_a_content_has_one_button_for_one_thing( string $content ): void {
		self::choose( 'placement', 'off' );
		$post = self::a_post( array( 'post_name' => 'bread', 'post_content' => $content ) );

		self::assertSame( 1, self::buttons_in( self::shown( $post ) ) );
		self::assertSame( 1, self::buttons_in( self::shown( $post ) ) );
	}

	public static function two_buttons_of_writers(): array {
		return array(
			'shortcodes'       => array( "[flattr]\n\n[flattr type='icon']" ),
			'blocks'           => array( '<!-- wp:obolus/button /--><!-- wp:obolus/button {"layout":"icon"} /-->' ),
			'both'             => array( '<!-- wp:obolus/button /--> [flattr]' ),
			'its own address'  => array( '[flattr] [flattr url="http://127.0.0.1:8413/bread/"]' ),
			'another address'  => array( '[flattr url="https://other.example/"] <!-- wp:obolus/button {"url":"https://other.example/"} /-->' ),
			'the whole site'   => array( '<!-- wp:obolus/button {"site":true} /--><!-- wp:obolus/button {"site":true} /-->' ),
		);
	}

	public function test_a_theme_that_shows_the_button_takes_the_place_of_the_writers(): void {
		$post = self::a_post( array( 'post_content' => 'Flour. [flattr]' ) );
		self::on_page_of( $post );
		$tag = self::printed( 'the_flattr_permalink' );

		self::assertSame( 1, self::buttons_in( $tag . self::shown( $post ) ) );
	}

	public function test_a_writers_button_takes_the_place_of_the_themes_after_it(): void {
		$post    = self::a_post( array( 'post_content' => 'Flour. [flattr]' ) );
		$content = self::shown( $post );

		self::assertSame( 1, self::buttons_in( $content . self::printed( static fn () => obolus_button( $post ) ) . self::printed( static fn () => obolus_button( $post ) ) ) );
	}

	public function test_a_theme_that_shows_the_button_twice_shows_it_once(): void {
		self::on_page_of( self::a_post() );

		self::assertSame( 1, self::buttons_in( self::printed( 'the_flattr_permalink' ) . self::printed( 'the_flattr_permalink' ) ) );
	}
}
