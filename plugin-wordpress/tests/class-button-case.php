<?php
use Obolus\Button\Script;
use Obolus\Plugin;
use Obolus\Settings;

/** A connected site with its script, on which no page was shown yet. */
abstract class Button_Case extends WordPress_Test {

	protected const SERVER = 'https://obolus.example';

	private $made;

	protected function setUp(): void {
		parent::setUp();
		$GLOBALS['wp_scripts'] = new WP_Scripts();
		$GLOBALS['wp_styles']  = new WP_Styles();
		$this->begin_anew();
		$this->make_script();
		self::a_connection()->is_of( 'alice' );
	}

	protected function tearDown(): void {
		if ( $this->made ) {
			unlink( $this->made );
		}
		foreach ( array_keys( $_COOKIE ) as $name ) {
			unset( $_COOKIE[ $name ] );
		}
		unset( $_SERVER['HTTP_ACCEPT'], $GLOBALS['post'] );
		$GLOBALS['wp_the_query'] = new WP_Query();
		$GLOBALS['wp_query']     = $GLOBALS['wp_the_query'];
		parent::tearDown();
	}

	protected static function choose( string $setting, $value ): void {
		update_option( Settings::option( $setting ), $value );
	}

	protected static function disconnect(): void {
		delete_option( 'obolus_token' );
	}

	/** Makes a query that of the page. */
	protected static function visit( array $query ): WP_Query {
		$GLOBALS['wp_the_query'] = new WP_Query( $query );
		$GLOBALS['wp_query']     = $GLOBALS['wp_the_query'];
		return $GLOBALS['wp_query'];
	}

	/** The page of a post, whose post is that of the loop. */
	protected static function on_page_of( int $post ): void {
		self::visit( array( 'p' => $post, 'post_type' => 'any', 'post_status' => 'any' ) )->is_singular = true;
		the_post();
	}

	protected static function printed( callable $what ): string {
		ob_start();
		$what();
		return ob_get_clean();
	}

	protected static function buttons_in( string $html ): int {
		return substr_count( $html, '<flattr-button' );
	}

	protected static function is_script_there(): bool {
		return wp_script_is( Script::HANDLE, 'enqueued' );
	}

	/** The submit address as a reader's browser takes it from the only link in the markup. */
	protected static function said_in( string $html ): array {
		$page = new DOMDocument();
		self::assertTrue( $page->loadHTML( '<?xml encoding="UTF-8">' . $html, LIBXML_NOERROR ) );
		$links = $page->getElementsByTagName( 'a' );
		self::assertSame( 1, $links->length, $html );
		list( $address, $query ) = explode( '?', $links->item( 0 )->getAttribute( 'href' ), 2 );
		self::assertSame( self::SERVER . '/submit/auto', $address );
		parse_str( $query, $said );
		return $said;
	}

	/** The parts of the plugin remember what they have shown on a page; each test is a page of its own. */
	private function begin_anew(): void {
		foreach ( $GLOBALS['wp_filter'] as $hook => $callbacks ) {
			foreach ( $callbacks->callbacks as $priority => $list ) {
				foreach ( $list as $callback ) {
					if ( self::is_ours( $callback ) ) {
						remove_filter( $hook, $callback['function'], $priority );
					}
				}
			}
		}
		( new Plugin() )->register();
		unregister_block_type( 'obolus/button' );
		foreach ( $GLOBALS['wp_filter']['init']->callbacks[10] as $callback ) {
			if ( self::is_ours( $callback ) ) {
				$callback['function']();
			}
		}
	}

	private static function is_ours( array $callback ): bool {
		$function = $callback['function'];
		return is_array( $function ) && is_object( $function[0] ) && 0 === strpos( get_class( $function[0] ), 'Obolus\\' );
	}

	/** A working copy has no script before the build. */
	private function make_script(): void {
		$path = dirname( Obolus\FILE ) . '/assets/button.js';
		if ( ! is_file( $path ) ) {
			file_put_contents( $path, '' );
			$this->made = $path;
		}
	}
}
