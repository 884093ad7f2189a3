<?php
require_once __DIR__ . '/../class-button-case.php';

final class Feeds_Test extends Button_Case {

	private const ATOM    = 'http://www.w3.org/2005/Atom';
	private const PODCAST = 'https://podcastindex.org/namespace/1.0';
	private const HOSTILE = 'Bread & "butter" \' <b>Ä</b> ]]>';

	public function test_an_item_of_rss_says_where_it_can_be_flattred(): void {
		$post = self::a_post( array( 'post_title' => self::HOSTILE ) );

		$links = self::feed( 'rss2', $post )->query( '//item/atom:link[@rel="payment"][@type="text/html"]/@href' );

		self::assertSame( 1, $links->length );
		self::assert_submits( $post, $links->item( 0 )->nodeValue );
	}

	public function test_an_entry_of_atom_says_where_it_can_be_flattred(): void {
		$post = self::a_post( array( 'post_title' => self::HOSTILE ) );

		$links = self::feed( 'atom', $post )->query( '//atom:entry/atom:link[@rel="payment"][@type="text/html"]/@href' );

		self::assertSame( 1, $links->length );
		self::assert_submits( $post, $links->item( 0 )->nodeValue );
	}

	public function test_the_head_of_a_post_says_where_it_can_be_flattred(): void {
		$post = self::a_post( array( 'post_title' => self::HOSTILE ) );

		self::assertSame( 1, preg_match( '/<link rel="payment" type="text\/html" title="Flattr this" href="([^"]+)">\n/', self::head_of( $post ), $found ) );
		self::assert_submits( $post, html_entity_decode( $found[1], ENT_QUOTES ) );
	}

	public function test_other_plugins_may_change_the_link_in_the_head_but_add_no_script(): void {
		add_filter( 'flattr_inject_into_head', static function ( $link ) {
			return str_replace( 'Flattr this', 'Bread', $link ) . '<script>alert(1)</script>';
		} );

		$head = self::head_of( self::a_post() );

		self::assertStringContainsString( '<link rel="payment" type="text/html" title="Bread" href="', $head );
		self::assertStringNotContainsString( '<script>alert', $head );
	}

	public function test_no_link_is_anywhere_when_the_owner_wants_none(): void {
		self::choose( 'payment_links', false );
		$post = self::a_post();

		self::assert_no_link_to( $post );
	}

	public function test_no_link_is_anywhere_before_the_site_is_connected(): void {
		self::disconnect();
		self::choose( 'feed_button', true );
		self::choose( 'podcast_funding', 'on' );
		$post = self::a_post();

		self::assert_no_link_to( $post );
		self::assertSame( 0, self::feed( 'rss2', $post )->query( '//podcast:funding' )->length );
		self::assertStringNotContainsString( 'badge.svg', self::content_of( 'rss2', $post ) );
		self::assertSame( array(), $this->sent );
	}

	public function test_no_link_is_anywhere_for_a_locked_post_or_one_whose_writer_says_no(): void {
		$off = self::a_post();
		update_post_meta( $off, '_obolus_off', '1' );

		self::assert_no_link_to( $off );
		self::assert_no_link_to( self::a_post( array( 'post_password' => 'secret' ) ) );
	}

	public function test_a_list_has_no_link_in_its_head(): void {
		self::a_post();
		self::visit( array( 'post_type' => 'post' ) )->is_home = true;
		the_post();

		self::assertStringNotContainsString( 'rel="payment"', self::printed( static function () {
			do_action( 'wp_head' );
		} ) );
	}

	public function test_the_content_of_an_item_has_no_button_unless_the_owner_wants_one(): void {
		self::choose( 'front_page', true );
		$post = self::a_post();
		self::assertStringNotContainsString( 'submit/auto', self::content_of( 'rss2', $post ) );

		self::choose( 'feed_button', true );
		foreach ( array( 'rss2', 'atom' ) as $format ) {
			$content = self::content_of( $format, $post );
			self::assertSame( get_permalink( $post ), self::said_in( $content )['url'] );
			self::assertStringContainsString( 'badge.svg" width="93" height="20" alt="Flattr this"', $content );
			self::assertSame( 0, self::buttons_in( $content ) );
		}
	}

	public function test_a_writers_button_is_a_link_in_a_feed(): void {
		$post = self::a_post( array( 'post_content' => 'Bread. [flattr type="compact"]' ) );

		$content = self::content_of( 'rss2', $post );

		self::assertSame( get_permalink( $post ), self::said_in( $content )['url'] );
		self::assertSame( 0, self::buttons_in( $content ) );
		self::assertFalse( self::is_script_there() );
	}

	public function test_a_feed_with_audio_says_where_the_podcast_is_supported(): void {
		$post = self::a_post();
		self::assertSame( 0, self::feed( 'rss2', $post )->query( '//podcast:funding' )->length );

		add_post_meta( $post, 'enclosure', "https://blog.example/a.mp3\n123\naudio/mpeg" );
		$funding = self::feed( 'rss2', $post )->query( '/rss/channel/podcast:funding' );

		self::assertSame( 1, $funding->length );
		self::assertSame( 'Flattr this podcast', $funding->item( 0 )->textContent );
		self::assertStringStartsWith( self::SERVER . '/submit/auto?url=' . rawurlencode( home_url( '/' ) ) . '&user_id=alice', $funding->item( 0 )->getAttribute( 'url' ) );
	}

	public function test_a_feed_with_other_files_is_no_podcast(): void {
		$post = self::a_post();
		add_post_meta( $post, 'enclosure', "https://blog.example/audio/a.pdf\n123\napplication/pdf" );

		self::assertSame( 0, self::feed( 'rss2', $post )->query( '//podcast:funding' )->length );
	}

	public function test_the_owner_says_whether_a_feed_is_that_of_a_podcast(): void {
		$post = self::a_post();
		self::choose( 'podcast_funding', 'on' );
		self::assertSame( 1, self::feed( 'rss2', $post )->query( '//podcast:funding' )->length );

		add_post_meta( $post, 'enclosure', "https://blog.example/a.mp3\n123\naudio/mpeg" );
		self::choose( 'podcast_funding', 'off' );
		self::assertSame( 0, self::feed( 'rss2', $post )->query( '//podcast:funding' )->length );
	}

	public function test_a_podcast_plugin_beside_it_does_not_break_the_feed(): void {
		add_action( 'rss2_ns', static function () {
			echo 'xmlns:podcast="https://podcastindex.org/namespace/1.0" ';
		} );
		self::choose( 'podcast_funding', 'on' );

		self::assertSame( 1, self::feed( 'rss2', self::a_post() )->query( '//podcast:funding' )->length );
	}

	private static function assert_no_link_to( int $post ): void {
		self::assertSame( 0, self::feed( 'rss2', $post )->query( '//item/atom:link' )->length );
		self::assertSame( 0, self::feed( 'atom', $post )->query( '//atom:entry/atom:link[@rel="payment"]' )->length );
		self::assertStringNotContainsString( 'rel="payment"', self::head_of( $post ) );
	}

	private static function assert_submits( int $post, string $address ): void {
		parse_str( (string) wp_parse_url( $address, PHP_URL_QUERY ), $said );
		self::assertStringStartsWith( self::SERVER . '/submit/auto?', $address );
		self::assertSame( array( 'url' => get_permalink( $post ), 'user_id' => 'alice', 'title' => 'Bread & "butter" \' Ä ]]>' ), $said );
	}

	private static function head_of( int $post ): string {
		self::on_page_of( $post );
		return self::printed( static function () {
			do_action( 'wp_head' );
		} );
	}

	private static function content_of( string $format, int $post ): string {
		return self::feed( $format, $post )->evaluate( 'rss2' === $format ? 'string(//item/content:encoded)' : 'string(//atom:entry/atom:content)' );
	}

	/** The feed of one post, as WordPress writes it and a program reads it. */
	private static function feed( string $format, int $post ): DOMXPath {
		self::visit( array( 'p' => $post, 'post_type' => 'any', 'feed' => $format ) )->is_singular = false;
		$GLOBALS['wp_query']->is_feed = true;
		// The headers of the feed come too late for the tests' own output.
		set_error_handler( static function ( int $level, string $said ): bool {
			return 0 === strpos( $said, 'Cannot modify header information' );
		} );
		$written = self::printed( static function () use ( $format ) {
			load_template( ABSPATH . WPINC . "/feed-$format.php", false );
		} );
		restore_error_handler();
		$feed = new DOMDocument();
		self::assertTrue( $feed->loadXML( $written ), $written );
		$path = new DOMXPath( $feed );
		$path->registerNamespace( 'atom', self::ATOM );
		$path->registerNamespace( 'podcast', self::PODCAST );
		$path->registerNamespace( 'content', 'http://purl.org/rss/1.0/modules/content/' );
		return $path;
	}
}
