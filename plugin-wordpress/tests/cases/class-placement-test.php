<?php
require_once __DIR__ . '/../class-button-case.php';

final class Placement_Test extends Button_Case {

	public function test_a_post_has_its_button_after_its_content(): void {
		self::assertMatchesRegularExpression( '#^<p>Flour, water, salt.</p>\n<p class="obolus-button"><flattr-button .*</flattr-button></p>\n$#s', self::shown( self::a_post() ) );
		self::assertTrue( self::is_script_there() );
		self::assertSame( array(), $this->sent );
	}

	public function test_the_button_may_stand_before_the_content(): void {
		self::choose( 'placement', 'before' );

		self::assertMatchesRegularExpression( '#^<p class="obolus-button"><flattr-button .*</p>\n<p>Flour, water, salt.</p>#s', self::shown( self::a_post() ) );
	}

	public function test_no_button_comes_by_itself_where_the_owner_wants_none(): void {
		self::choose( 'placement', 'off' );

		self::assertSame( 0, self::buttons_in( self::shown( self::a_post() ) ) );
	}

	public function test_only_types_of_posts_that_were_chosen_have_a_button(): void {
		$page = self::a_post( array( 'post_type' => 'page' ) );
		self::assertSame( 0, self::buttons_in( self::shown( $page ) ) );

		self::choose( 'button_types', array( 'page' ) );
		self::assertSame( 1, self::buttons_in( self::shown( $page ) ) );
		self::assertSame( 0, self::buttons_in( self::shown( self::a_post() ) ) );
	}

	public function test_a_post_whose_writer_says_no_has_no_button(): void {
		$post = self::a_post( array( 'post_content' => 'Bread. [flattr]' ) );
		update_post_meta( $post, '_obolus_off', '1' );

		self::assertSame( "<p>Bread. </p>\n", self::shown( $post ) );
	}

	public function test_a_post_of_a_password_shows_no_button_before_it_is_unlocked(): void {
		$post = self::a_post( array( 'post_password' => 'secret', 'post_content' => 'Bread. [flattr layout="icon"]' ) );
		$page = self::shown( $post ) . self::printed( 'the_flattr_permalink' );
		self::assertStringNotContainsString( 'submit/auto', $page );
		self::assertFalse( self::is_script_there() );

		require_once ABSPATH . WPINC . '/class-phpass.php';
		$_COOKIE[ 'wp-postpass_' . COOKIEHASH ] = ( new PasswordHash( 8, true ) )->HashPassword( 'secret' );
		self::assertSame( 1, self::buttons_in( self::shown( $post ) ) );
	}

	public function test_lists_have_no_buttons_unless_the_owner_wants_them_there(): void {
		self::a_post();
		self::a_post();

		self::assertSame( 0, self::buttons_in( self::listed() ) );

		self::choose( 'front_page', true );
		self::assertSame( self::buttons_in( self::listed() ), $GLOBALS['wp_query']->post_count );
		self::assertGreaterThan( 1, $GLOBALS['wp_query']->post_count );
	}

	public function test_a_post_that_is_shown_beside_the_one_of_the_page_has_no_button(): void {
		self::on_page_of( self::a_post() );
		$GLOBALS['post'] = get_post( self::a_post() );

		self::assertSame( 0, self::buttons_in( apply_filters( 'the_content', 'Beside.' ) ) );
	}

	public function test_excerpts_have_no_button_and_change_nothing(): void {
		self::on_page_of( self::a_post( array( 'post_content' => 'Flour. [flattr] <!-- wp:obolus/button /-->' ) ) );

		self::assertSame( 'Flour.', trim( get_the_excerpt() ) );
		self::assertFalse( self::is_script_there() );
		self::assertSame( 1, self::buttons_in( apply_filters( 'the_content', 'Flour.' ) ) );
	}

	public function test_a_description_in_the_head_has_no_button(): void {
		self::on_page_of( self::a_post() );
		$described = '';
		add_action( 'wp_head', static function () use ( &$described ) {
			$described = apply_filters( 'the_content', 'Flour.' );
		} );

		self::printed( static function () {
			do_action( 'wp_head' );
		} );

		self::assertSame( "<p>Flour.</p>\n", $described );
	}

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

	public function test_before_the_site_is_connected_a_post_is_as_it_was(): void {
		self::disconnect();

		self::assertSame( "<p>Flour, water, salt.</p>\n", self::shown( self::a_post() ) );
		self::assertFalse( self::is_script_there() );
		self::assertSame( array(), $this->sent );
	}

	public function test_what_another_plugin_passes_on_may_be_anything(): void {
		self::on_page_of( self::a_post() );

		self::assertNull( ( static function () {
			foreach ( $GLOBALS['wp_filter']['the_content']->callbacks[30] as $callback ) {
				return $callback['function']( null );
			}
		} )() );
	}

	private static function listed(): string {
		self::visit( array( 'post_type' => 'post' ) )->is_home = true;
		return self::printed( static function () {
			while ( have_posts() ) {
				the_post();
				the_content();
			}
		} );
	}
}
