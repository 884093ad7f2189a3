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
		self::assertSame( 1, self::buttons_in( apply_filters( 'the_content', get_the_content() ) ) );
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

	/** @dataProvider texts_that_are_not_the_posts_own */
	public function test_text_that_is_not_the_posts_own_content_gets_no_button( string $text ): void {
		self::on_page_of( self::a_post() );

		self::assertSame( 0, self::buttons_in( apply_filters( 'the_content', $text ) ) );
		self::assertSame( 1, self::buttons_in( apply_filters( 'the_content', get_the_content() ) ) );
	}

	public static function texts_that_are_not_the_posts_own(): array {
		return array( array( 'A template of a builder.' ), array( 'Flour' ), array( '' ) );
	}

	/** @dataProvider contents_as_wordpress_passes_them_on */
	public function test_a_content_that_wordpress_cuts_or_adds_to_is_the_posts_own( string $content, bool $is_list ): void {
		$post = self::a_post( array( 'post_content' => $content ) );
		self::choose( 'front_page', true );
		self::on_page_of( $post );
		$GLOBALS['wp_query']->is_singular = ! $is_list;
		$GLOBALS['wp_query']->is_single   = ! $is_list;
		setup_postdata( get_post( $post ) );

		self::assertSame( 1, self::buttons_in( self::printed( static fn () => the_content( 'Go on reading' ) ) ) );
		self::assertSame( 1, self::buttons_in( apply_filters( 'the_content', str_replace( ']]>', ']]&gt;', get_the_content() ) . '<p>Pages: 1 2</p>' ) ) );
	}

	public static function contents_as_wordpress_passes_them_on(): array {
		return array(
			'a teaser'               => array( "Flour.\n<!--more-->\nWater.", true ),
			'a teaser on its page'   => array( "Flour.\n<!--more-->\nWater.", false ),
			'a teaser of the editor' => array( "<!-- wp:paragraph -->\n<p>Flour.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n<p>Water.</p>", true ),
			'pages'                  => array( "Flour.\n<!--nextpage-->\nWater.", false ),
			'CDATA'                  => array( 'Flour ]]> water.', false ),
		);
	}

	public function test_to_look_at_a_content_makes_no_title(): void {
		$post = self::a_post();
		self::choose( 'placement', 'off' );
		self::on_page_of( $post );
		$made = 0;
		add_filter( 'the_title', static function ( $title ) use ( &$made ) {
			++$made;
			return $title;
		} );
		apply_filters( 'the_content', get_post()->post_content );

		self::assertSame( 0, $made );
	}

	public function test_a_post_without_a_text_has_its_button(): void {
		self::assertSame( 1, self::buttons_in( self::shown( self::a_post( array( 'post_content' => '' ) ) ) ) );
	}

	public function test_a_template_inside_the_content_takes_nothing_from_it(): void {
		add_shortcode( 'template', static fn () => apply_filters( 'the_content', 'Of a builder.' ) );
		$plain  = self::shown( self::a_post( array( 'post_content' => 'Flour. [template]' ) ) );
		$writer = self::shown( self::a_post( array( 'post_content' => '[flattr] [template]' ) ) );
		remove_shortcode( 'template' );

		self::assertSame( 1, self::buttons_in( $plain ) );
		self::assertSame( 1, self::buttons_in( $writer ) );
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
