<?php
require_once __DIR__ . '/class-button-case.php';

/** A connected site that answers its readers, and a server that knows every address. */
abstract class Counts_Case extends Button_Case {

	protected function setUp(): void {
		parent::setUp();
		wp_set_current_user( 0 );
		self::choose( 'counts', 'site' );
		delete_transient( 'obolus_counts' );
		$this->answer = static function ( $request, $url ) {
			$counts = array();
			foreach ( self::urls_in( $url ) as $one ) {
				$counts[] = array( 'url' => $one, 'flattrs' => 3, 'supporters' => 2 );
			}
			return self::answered( 200, array( 'counts' => $counts ) );
		};
	}

	protected function tearDown(): void {
		unset( $_SERVER['QUERY_STRING'] );
		$GLOBALS['wp_rest_server'] = null;
		parent::tearDown();
	}

	protected function ask( string ...$urls ): WP_REST_Response {
		$_SERVER['QUERY_STRING']   = 'url=' . implode( '&url=', array_map( 'rawurlencode', $urls ) );
		$GLOBALS['wp_rest_server'] = null;
		return rest_do_request( new WP_REST_Request( 'GET', '/obolus/v1/counts' ) );
	}

	protected static function posts_at( string ...$names ): void {
		foreach ( $names as $name ) {
			self::a_post( array( 'post_name' => $name ) );
		}
	}

	protected static function urls_in( string $question ): array {
		return array_map( 'urldecode', array_slice( preg_split( '/[?&]url=/', $question ), 1 ) );
	}
}
