<?php
use Obolus\Numbers\Page;

require_once __DIR__ . '/../class-numbers-test.php';

/** A WordPress that began in German; see german.php. */
final class German_Site_Test extends Numbers_Test {

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	public function test_nothing_was_translated_before_the_translations_were_there(): void {
		self::assertSame( 'de_DE', get_locale() );
		self::assertSame( array(), $GLOBALS['obolus_complaints'] );
	}

	public function test_its_settings_are_in_german(): void {
		delete_option( 'obolus_token' );
		set_current_screen( 'settings_page_obolus' );
		self::our_own( 'admin_init' );
		do_action( 'admin_menu' );
		$page = self::text( self::printed( static fn () => do_action( get_plugin_page_hookname( 'obolus', 'options-general.php' ) ) ) );

		self::assertStringContainsString( 'Bevor du diese Website verbindest, wird nirgendwohin etwas gesendet.', $page );
		self::assertStringContainsString( 'Groß, mit der Zahl', $page );
		self::assertStringContainsString( 'Beiträge in den Verzeichnissen des Servers verbergen', $page );
	}

	public function test_what_wordpress_lists_by_name_has_a_german_one(): void {
		$block  = WP_Block_Type_Registry::get_instance()->get_registered( 'obolus/button' );
		$widget = $GLOBALS['wp_widget_factory']->get_widget_object( 'obolus_site' );
		$plugin = get_plugin_data( Obolus\FILE );

		self::assertSame( 'Flattr-Button', $block->title );
		self::assertContains( 'unterstützen', $block->keywords );
		self::assertSame( 'Flattr-Button', $widget->name );
		self::assertStringStartsWith( 'Jeder Beitrag kann geflattrt werden', $plugin['Description'] );
	}

	public function test_the_script_of_the_block_gets_german_words(): void {
		$handle = 'obolus-button-editor-script';
		$script = wp_scripts()->registered[ $handle ];

		self::assertSame( 'obolus', $script->textdomain );
		self::assertStringContainsString( 'Wie in den Einstellungen', (string) load_script_textdomain( $handle, $script->textdomain, $script->translations_path ) );
	}

	public function test_months_and_amounts_are_written_as_wordpress_writes_them(): void {
		$page = self::text( self::printed( array( new Page( $this->reading() ), 'show' ) ) );

		self::assertStringContainsString( "Einnahmen 45,60\u{a0}€", $page );
		self::assertStringContainsString( "Oktober 2026 Abgerechnet 3 9,00\u{a0}€", $page );
	}

	/** What this plugin does then; WordPress would look for updates. */
	private static function our_own( string $hook ): void {
		foreach ( $GLOBALS['wp_filter'][ $hook ]->callbacks as $priority => $list ) {
			foreach ( $list as $one ) {
				if ( ! is_array( $one['function'] ) || ! is_object( $one['function'][0] ) || 0 !== strpos( get_class( $one['function'][0] ), 'Obolus\\' ) ) {
					remove_filter( $hook, $one['function'], $priority );
				}
			}
		}
		do_action( $hook );
	}
}
