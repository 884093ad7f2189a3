<?php
use Obolus\Settings;
use Obolus\Things\Draft;
use Obolus\Things\Language;
use Obolus\Things\Plain;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Draft_Test extends Things_Test {

	public function test_a_post_is_sent_with_its_words(): void {
		$post = self::a_post( array( 'tags_input' => array( 'Bread', 'Salt' ) ) );
		update_option( 'obolus_extra_tags', 'food, bread' );

		self::assertSame(
			array(
				'url'         => get_permalink( $post ),
				'title'       => 'How to bake bread',
				'description' => 'Flour, water, salt.',
				'category'    => 'text',
				'language'    => 'en_US',
				'tags'        => array( 'bread', 'Salt', 'food' ),
				'hidden'      => false,
				'author'      => '',
			),
			self::body( $post )
		);
	}

	public function test_a_post_has_its_own_choices(): void {
		$post = self::a_post();
		foreach ( array( 'language' => 'sv_SE', 'category' => 'audio', 'hidden' => '1', 'url' => 'https://blog.example/other' ) as $name => $value ) {
			update_post_meta( $post, "_obolus_$name", $value );
		}
		$body = self::body( $post );

		self::assertSame( array( 'https://blog.example/other', 'audio', 'sv_SE', true ), array( $body['url'], $body['category'], $body['language'], $body['hidden'] ) );
	}

	public function test_a_post_can_be_seen_where_the_site_is_hidden(): void {
		update_option( 'obolus_hidden', true );
		$post = self::a_post();
		$site = self::body( $post )['hidden'];
		update_post_meta( $post, '_obolus_hidden', '0' );

		self::assertTrue( $site );
		self::assertFalse( self::body( $post )['hidden'] );
	}

	public function test_script_in_a_title_is_left_out_and_a_plain_angle_bracket_is_kept(): void {
		$post = self::a_post( array( 'post_title' => 'Bread <script>alert(1)</script><b onclick="x()">and</b> Tom &amp; Jerry &lt;3' ) );

		self::assertSame( 'Bread and Tom & Jerry &lt;3', self::body( $post )['title'] );
	}

	public function test_what_looks_like_html_once_it_is_read_is_sent_so_that_it_stays_text(): void {
		self::assertSame( '&lt;b>', Plain::sent( Plain::line( '&lt;b&gt;', 50 ) ) );
		self::assertSame( '&amp;lt;', Plain::sent( Plain::line( '&amp;lt;', 50 ) ) );
	}

	public function test_hostile_bytes_and_directions_are_left_out(): void {
		self::assertSame( 'ab c', Plain::line( "a\u{202E}b\x00\x07 c", 50 ) );
		self::assertNotFalse( wp_json_encode( Plain::line( "\xff\xfe broken \xc3", 50 ) ) );
		self::assertSame( 'first second', Plain::line( '<p>first</p><p>second<br></p>', 50 ) );
	}

	public function test_a_long_title_ends_at_a_word_and_with_dots(): void {
		$title = Plain::line( str_repeat( 'Sauerteigbrot ', 20 ), 100 );

		self::assertLessThanOrEqual( 100, mb_strlen( $title ) );
		self::assertStringEndsWith( 'Sauerteigbrot…', $title );
		self::assertSame( str_repeat( 'ü', 99 ) . '…', Plain::line( str_repeat( 'ü', 300 ), 100 ) );
	}

	public function test_a_title_that_is_too_short_has_the_name_of_the_site(): void {
		self::assertSame( 'Hi – A blog', self::body( self::a_post( array( 'post_title' => 'Hi' ) ) )['title'] );
		self::assertSame( 'A blog', self::body( self::a_post( array( 'post_title' => '' ) ) )['title'] );
	}

	public function test_a_post_with_a_password_shows_nothing_of_its_content(): void {
		$post = self::a_post( array( 'post_password' => 'secret', 'post_excerpt' => 'The secret is salt.' ) );
		$body = self::body( $post );

		self::assertSame( 'How to bake bread', $body['title'] );
		self::assertSame( 'This post is protected by a password.', $body['description'] );
	}

	public function test_the_excerpt_is_wordpresss_own_of_this_post_and_what_was_current_stays(): void {
		$other           = self::a_post( array( 'post_title' => 'Another' ) );
		$post            = self::a_post( array( 'post_content' => 'Long. ' . str_repeat( 'word ', 100 ) ) );
		$GLOBALS['post'] = get_post( $other );
		$seen            = array();
		add_filter( 'the_content', static function ( $content ) use ( &$seen ) {
			$seen[] = get_the_ID();
			return $content;
		} );
		$body = self::body( $post );

		self::assertSame( array( $post ), $seen );
		self::assertSame( $other, get_the_ID() );
		self::assertStringEndsWith( 'word word…', $body['description'] );
	}

	public function test_a_plugin_that_breaks_the_excerpt_does_not_keep_the_post_away(): void {
		$post = self::a_post( array( 'post_excerpt' => 'Written by hand.' ) );
		add_filter( 'get_the_excerpt', static function () {
			throw new RuntimeException( 'Broken.' );
		} );

		self::assertSame( 'Written by hand.', self::body( $post )['description'] );
	}

	public function test_there_are_at_most_twenty_tags_of_thirty_characters(): void {
		$post = self::a_post( array( 'tags_input' => array_map( static fn ( int $i ): string => "tag $i " . str_repeat( 'x', 40 ), range( 1, 30 ) ) ) );
		$tags = self::body( $post )['tags'];

		self::assertCount( 20, $tags );
		self::assertLessThanOrEqual( 30, max( array_map( 'mb_strlen', $tags ) ) );
	}

	public function test_a_locale_has_a_language_at_the_server(): void {
		$near = array_map( array( Language::class, 'near' ), array( 'de_DE_formal', 'fi', 'el', 'sv', 'de_LU', 'tlh', '' ) );

		self::assertSame( array( 'de_DE', 'fi_FI', 'el_GR', 'sv_SE', 'de_DE', '', '' ), $near );
	}

	public function test_choices_of_the_site_that_are_none_are_not_kept(): void {
		update_option( 'obolus_category', '<script>' );
		update_option( 'obolus_language', 'xx_XX' );
		update_option( 'obolus_post_types', array( 'page', 'revision', 'nonsense', array( 'post' ) ) );
		update_option( 'obolus_extra_tags', 'a,<b>b</b>,,' . str_repeat( 'c', 50 ) );
		$settings = new Settings();

		self::assertSame( 'text', $settings->get( 'category' ) );
		self::assertSame( 'en_US', $settings->get( 'language' ) );
		self::assertSame( array( 'page' ), $settings->get( 'post_types' ) );
		self::assertSame( 'a, b, ' . str_repeat( 'c', 29 ) . '…', $settings->get( 'extra_tags' ) );
	}

	public function test_every_box_can_be_unticked(): void {
		update_option( 'obolus_hidden', '1' );
		update_option( 'obolus_hidden', null );
		update_option( 'obolus_post_types', null );

		self::assertFalse( (bool) ( new Settings() )->get( 'hidden' ) );
		self::assertSame( array(), ( new Settings() )->get( 'post_types' ) );
	}

	private static function body( int $post ): array {
		return Draft::of( get_post( $post ), new Settings() )->body;
	}
}
