<?php
require_once __DIR__ . '/../class-button-case.php';

final class Template_Tags_Test extends Button_Case {

	public function test_a_theme_made_for_flattr_prints_the_button_of_the_post_of_the_loop(): void {
		$post = self::a_post( array( 'post_title' => 'Bread & "butter" <script>alert(1)</script>' ) );
		self::on_page_of( $post );

		$markup = self::printed( 'the_flattr_permalink' );

		self::assertSame( get_permalink( $post ), self::said_in( $markup )['url'] );
		self::assertStringStartsWith( '<flattr-button href="', $markup );
		self::assertStringContainsString( ' counts="off" lang="en-US"><a href="', $markup );
		self::assertStringNotContainsString( '<script', $markup );
	}

	public function test_a_theme_chooses_post_and_layout(): void {
		$post = self::a_post();

		$markup = self::printed( static function () use ( $post ) {
			obolus_button( $post, 'static' );
		} );

		self::assertStringContainsString( 'width="93" height="20" alt="Flattr this"', $markup );
	}

	public function test_what_another_plugin_makes_of_a_button_is_printed_without_its_scripts(): void {
		add_filter( 'flattr_button', static function ( $button ) {
			return $button . '<script>alert(1)</script><a href="javascript:alert(1)" onclick="x">x</a>';
		} );
		self::on_page_of( self::a_post() );

		$markup = self::printed( 'the_flattr_permalink' );

		self::assertStringNotContainsString( '<script', $markup );
		self::assertStringNotContainsString( 'javascript:', $markup );
		self::assertStringNotContainsString( 'onclick', $markup );
	}

	public function test_before_the_site_is_connected_nothing_is_printed(): void {
		self::disconnect();
		self::on_page_of( self::a_post() );

		self::assertSame( '', self::printed( 'the_flattr_permalink' ) );
	}
}
