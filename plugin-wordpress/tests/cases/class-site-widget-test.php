<?php
use Obolus\Button\Button;
use Obolus\Button\Script;
use Obolus\Button\Site_Widget;
use Obolus\Button\Things;
use Obolus\Connection\Connection;
use Obolus\Settings;

require_once __DIR__ . '/../class-button-case.php';

final class Site_Widget_Test extends Button_Case {

	private const AROUND = array( 'before_widget' => '<section class="widget">', 'after_widget' => '</section>', 'before_title' => '<h2>', 'after_title' => '</h2>' );

	public function test_it_is_among_the_widgets(): void {
		self::assertInstanceOf( Site_Widget::class, $GLOBALS['wp_widget_factory']->get_widget_object( 'obolus_site' ) );
	}

	public function test_it_is_a_button_for_the_whole_site(): void {
		$markup = self::shown_with( array( 'title' => 'Bread', 'layout' => 'compact' ) );

		self::assertStringStartsWith( '<section class="widget"><h2>Bread</h2><flattr-button ', $markup );
		self::assertSame( home_url( '/' ), self::said_in( $markup )['url'] );
		self::assertStringContainsString( ' layout="compact" ', $markup );
		self::assertTrue( self::is_script_there() );
	}

	public function test_a_hostile_title_stays_a_title(): void {
		$markup = self::shown_with( array( 'title' => '<script>alert(1)</script>"&', 'layout' => '"><script>' ) );

		self::assertStringNotContainsString( '<script', $markup );
		self::assertStringContainsString( '&quot;&amp;</h2>', $markup );
	}

	public function test_its_form_shows_what_was_chosen_and_keeps_what_is_clean(): void {
		$form = self::printed( static function () {
			self::widget()->form( array( 'title' => '"><script>', 'layout' => 'icon' ) );
		} );

		self::assertStringNotContainsString( '<script', $form );
		self::assertMatchesRegularExpression( '/<option value="icon" +selected=/', $form );
		self::assertSame( array( 'title' => 'Bread', 'layout' => 'large' ), self::widget()->update( array( 'title' => ' <b>Bread</b> ', 'layout' => 'x', 'y' => 'z' ), array() ) );
	}

	public function test_before_the_site_is_connected_not_even_its_title_is_shown(): void {
		self::disconnect();

		self::assertSame( '', self::shown_with( array( 'title' => 'Bread' ) ) );
	}

	private static function shown_with( array $chosen ): string {
		return self::printed( static function () use ( $chosen ) {
			self::widget()->widget( self::AROUND, $chosen );
		} );
	}

	private static function widget(): Site_Widget {
		$connection = new Connection( new Settings() );
		return new Site_Widget( new Things( $connection ), new Button( new Settings(), $connection, new Script( new Settings(), $connection, plugin_dir_path( Obolus\FILE ) ) ) );
	}
}
