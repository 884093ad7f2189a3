<?php
use Obolus\Button\Button;
use Obolus\Button\Script;
use Obolus\Button\Thing;
use Obolus\Button\Things;
use Obolus\Connection\Connection;
use Obolus\Settings;

require_once __DIR__ . '/../class-button-case.php';

final class Button_Test extends Button_Case {

	private const HOSTILE = '"><script>alert(1)</script>\' onmouseover="x" & <b>Ä</b> $1 [flattr]';

	public function test_a_button_is_an_element_around_a_link_that_works_alone(): void {
		$thing = Thing::at( 'https://blog.example/bread?a=1&b=2', array( 'user' => 'alice', 'title' => 'Bread & "butter"' ) );

		self::assertSame(
			'<flattr-button href="https://blog.example/bread?a=1&#038;b=2" by="alice" title="Bread &amp; &quot;butter&quot;"'
			. ' layout="compact" counts="off" lang="en-US"><a href="https://obolus.example/submit/auto?'
			. 'url=https%3A%2F%2Fblog.example%2Fbread%3Fa%3D1%26b%3D2&#038;user_id=alice&#038;title=Bread%20%26%20%22butter%22">Flattr this</a></flattr-button>',
			self::button()->of( $thing, 'compact' )
		);
	}

	public function test_the_picture_comes_from_the_plugin_and_nobody_else_is_asked(): void {
		$thing = Thing::at( 'https://blog.example/bread', array() );

		self::assertSame(
			'<a href="https://obolus.example/submit/auto?url=https%3A%2F%2Fblog.example%2Fbread"><img src="'
			. plugins_url( 'obolus/assets/badge.svg' ) . '" width="93" height="20" alt="Flattr this"></a>',
			self::button()->still( $thing )
		);
		self::assertFileExists( dirname( Obolus\FILE ) . '/assets/badge.svg' );
		self::assertFalse( self::is_script_there() );
	}

	public function test_where_the_server_may_be_asked_the_picture_has_the_number_and_the_element_asks(): void {
		self::choose( 'counts', 'direct' );
		$thing = Thing::at( 'https://blog.example/a?b=1&c', array() );

		$picture = self::button()->still( $thing );
		$drawn   = self::button()->of( $thing, 'large' );

		self::assertStringContainsString( 'src="https://obolus.example/badge.svg?count=1&#038;url=https%3A%2F%2Fblog.example%2Fa%3Fb%3D1%26c"', $picture );
		self::assertStringNotContainsString( 'counts', $drawn );
	}

	public function test_nothing_a_title_says_becomes_markup(): void {
		$markup = self::button()->of( Thing::at( 'https://blog.example/', array( 'title' => self::HOSTILE, 'tags' => self::HOSTILE ) ), 'large' );

		self::assertSame( self::HOSTILE, self::said_in( $markup )['title'] );
		self::assertStringNotContainsString( '<script', $markup );
		self::assertStringNotContainsString( '<b>', $markup );
		self::assertSame( 1, preg_match( '/^<flattr-button( [a-z]+="[^"<>]*")+><a href="[^"<> ]+">Flattr this<\/a><\/flattr-button>$/', $markup ), $markup );
	}

	/** @dataProvider addresses_that_are_none */
	public function test_an_address_that_is_none_of_the_web_has_no_button( $address ): void {
		self::assertNull( Thing::at( $address, array() ) );
	}

	public function addresses_that_are_none(): array {
		return array( array( 'javascript:alert(1)' ), array( 'data:text/html,x' ), array( '/bread' ), array( 'bread' ), array( '' ), array( null ), array( array( 'https://a.example' ) ), array( 'https://' ), array( 'http:/x' ) );
	}

	public function test_an_address_with_quotes_and_tags_stays_inside_its_attribute(): void {
		$markup = self::button()->of( Thing::at( 'https://blog.example/"><script>alert(1)</script>?x=\'"><b>', array() ), 'large' );

		self::assertSame( 1, preg_match( '/^<flattr-button( [a-z]+="[^"<>]*")+><a href="[^"<> ]+">Flattr this<\/a><\/flattr-button>$/', $markup ), $markup );
	}

	public function test_the_element_and_the_link_in_it_mean_the_same_address(): void {
		$markup = self::button()->of( Thing::at( ' https://blog.example/"><b>?x[]=\'é ö ', array() ), 'large' );

		self::assertSame( 1, preg_match( '/ href="([^"]+)"/', $markup, $found ) );
		self::assertSame( html_entity_decode( $found[1], ENT_QUOTES ), self::said_in( $markup )['url'] );
	}

	public function test_a_title_is_cut_at_what_the_server_shows(): void {
		$markup = self::button()->of( Thing::at( 'https://blog.example/', array( 'title' => str_repeat( 'ä', 300 ) ) ) );

		self::assertSame( str_repeat( 'ä', 100 ), self::said_in( $markup )['title'] );
	}

	public function test_before_the_site_is_connected_there_is_no_button_and_no_script(): void {
		self::disconnect();

		self::assertSame( '', self::button()->of( Thing::at( 'https://blog.example/', array() ), 'large' ) );
		self::assertSame( '', self::button()->still( Thing::at( 'https://blog.example/', array() ) ) );
		self::assertFalse( self::is_script_there() );
		self::assertSame( array(), $this->sent );
	}

	public function test_a_plugin_without_its_script_shows_the_link_alone(): void {
		$connection = new Connection( new Settings() );
		$button     = new Button( new Settings(), $connection, new Script( new Settings(), $connection, '/nowhere/' ) );

		self::assertSame(
			'<a href="https://obolus.example/submit/auto?url=https%3A%2F%2Fblog.example%2F">Flattr this</a>',
			$button->of( Thing::at( 'https://blog.example/', array() ), 'large' )
		);
		self::assertFalse( self::is_script_there() );
	}

	public function test_other_plugins_may_change_a_button(): void {
		add_filter( 'flattr_button', static function ( $button, $url ) {
			return "<span>$url</span>$button";
		}, 10, 2 );

		self::assertStringStartsWith( '<span>https://blog.example/</span><flattr-button', self::button()->of( Thing::at( 'https://blog.example/', array() ) ) );
	}

	public function test_a_post_says_of_itself_what_its_writer_has_said(): void {
		$post = self::a_post( array( 'post_title' => 'Bread &amp; <em>butter</em>' ) );
		update_post_meta( $post, '_obolus_url', 'https://other.example/bread' );
		update_post_meta( $post, '_obolus_language', 'de_DE' );
		update_post_meta( $post, '_obolus_category', 'text' );
		update_post_meta( $post, '_obolus_hidden', '1' );

		$markup = self::button()->of( self::things()->of_post( $post ) );

		self::assertSame(
			array( 'url' => 'https://other.example/bread', 'user_id' => 'alice', 'title' => 'Bread & butter', 'language' => 'de_DE', 'category' => 'text', 'hidden' => '1' ),
			self::said_in( $markup )
		);
		self::assertStringContainsString( ' language="de_DE" category="text" unlisted="1" ', $markup );
	}

	public function test_another_address_that_is_none_of_the_web_is_not_believed(): void {
		$post = self::a_post();
		update_post_meta( $post, '_obolus_url', 'javascript:alert(1)' );

		self::assertSame( get_permalink( $post ), self::things()->of_post( $post )->url() );
	}

	public function test_a_post_can_be_for_somebody_else_than_the_site(): void {
		add_filter( 'obolus_button_user', static function ( $user, $post ) {
			return $user . $post->post_author;
		}, 10, 2 );
		$post = self::a_post( array( 'post_author' => 1 ) );

		self::assertSame( 'alice1', self::said_in( self::button()->of( self::things()->of_post( $post ) ) )['user_id'] );
	}

	public function test_a_post_that_readers_cannot_see_has_no_button(): void {
		foreach ( array( 'draft', 'private', 'pending', 'trash' ) as $status ) {
			self::assertNull( self::things()->of_post( self::a_post( array( 'post_status' => $status ) ) ), $status );
		}
	}

	private static function things(): Things {
		return new Things( new Connection( new Settings() ) );
	}

	private static function button(): Button {
		$connection = new Connection( new Settings() );
		return new Button( new Settings(), $connection, new Script( new Settings(), $connection, plugin_dir_path( Obolus\FILE ) ) );
	}
}
