<?php
use Obolus\Button\Choices;
use Obolus\Settings;

require_once __DIR__ . '/../class-button-case.php';

final class Choices_Test extends Button_Case {

	public function test_without_a_choice_posts_have_a_large_button_after_them_that_asks_nobody(): void {
		$chosen = array();
		foreach ( array_keys( Choices::all() ) as $name ) {
			$chosen[ $name ] = ( new Settings() )->get( $name );
		}

		self::assertEquals(
			array(
				'placement'       => 'after',
				'layout'          => 'large',
				'button_types'    => array( 'post' ),
				'counts'          => 'off',
				'feed_button'     => false,
				'payment_links'   => true,
				'podcast_funding' => 'auto',
				'front_page'      => false,
			),
			$chosen
		);
	}

	public function test_what_is_not_on_a_list_is_not_kept(): void {
		foreach ( array_keys( Choices::VALUES ) as $name ) {
			self::choose( $name, '"><script>' );
			self::assertSame( Choices::VALUES[ $name ][0], ( new Settings() )->get( $name ) );
			self::choose( $name, array( 'x' ) );
			self::assertSame( Choices::VALUES[ $name ][0], ( new Settings() )->get( $name ) );
		}
	}

	public function test_only_types_that_readers_can_see_are_kept(): void {
		self::choose( 'button_types', array( 'page', 'revision', '<script>', array( 'post' ) ) );

		self::assertSame( array( 'page' ), ( new Settings() )->get( 'button_types' ) );
	}

	public function test_a_box_that_is_unticked_stays_unticked(): void {
		self::choose( 'payment_links', null );
		self::choose( 'button_types', null );

		self::assertFalse( (bool) ( new Settings() )->get( 'payment_links' ) );
		self::assertSame( array(), ( new Settings() )->get( 'button_types' ) );
	}

	public function test_the_settings_page_has_a_field_for_each(): void {
		foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks[10] as $callback ) {
			if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof Obolus\Button\Fields ) {
				$callback['function']();
			}
		}
		self::choose( 'layout', 'icon' );

		$form = self::printed( static function () {
			do_settings_sections( 'obolus' );
		} );

		foreach ( array_keys( Choices::all() ) as $name ) {
			self::assertStringContainsString( 'name="obolus_' . $name, $form );
		}
		self::assertMatchesRegularExpression( '/<option value="icon" +selected=/', $form );
		self::assertMatchesRegularExpression( '/name="obolus_payment_links" value="1" +checked=/', $form );
		self::assertStringContainsString( '<fieldset><legend class="screen-reader-text"><span>Shown on</span></legend><label>', $form );
		self::assertStringContainsString( '<fieldset><legend class="screen-reader-text"><span>Lists</span></legend><label>', $form );
		self::assertMatchesRegularExpression( '/name="obolus_button_types\[\]" value="post" +checked=/', $form );
	}
}
