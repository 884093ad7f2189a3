<?php
require_once __DIR__ . '/../class-button-case.php';

final class Counts_Route_Test extends Button_Case {

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

	public function test_it_answers_as_the_server_does(): void {
		$answer = $this->ask( home_url( '/a/?b=1&c=ü' ), home_url( '/d/' ) );

		self::assertSame(
			'{"counts":[' . wp_json_encode( array( 'url' => home_url( '/a/?b=1&c=ü' ), 'flattrs' => 3, 'supporters' => 2 ) ) . ','
			. wp_json_encode( array( 'url' => home_url( '/d/' ), 'flattrs' => 3, 'supporters' => 2 ) ) . ']}',
			wp_json_encode( $answer->get_data() )
		);
		self::assertSame( 'public, max-age=60', $answer->get_headers()['Cache-Control'] );
		self::assertSame( 'GET', $this->sent[0]['method'] );
		self::assertStringStartsWith( self::SERVER . '/counts?url=', $this->sent[0]['url'] );
	}

	public function test_the_server_is_asked_once_a_minute(): void {
		$first = $this->ask( home_url( '/a/' ), home_url( '/b/' ) );
		$again = $this->ask( home_url( '/a/' ), home_url( '/b/' ) );
		self::assertSame( $first->get_data(), $again->get_data() );
		self::assertCount( 1, $this->sent );

		$kept = get_transient( 'obolus_counts' );
		foreach ( $kept['counts'] as $url => $one ) {
			$kept['counts'][ $url ]['at'] -= 60;
		}
		set_transient( 'obolus_counts', $kept, 60 );
		$this->ask( home_url( '/a/' ), home_url( '/b/' ) );
		self::assertCount( 2, $this->sent );
	}

	public function test_only_what_is_not_known_is_asked_for(): void {
		$this->ask( home_url( '/a/' ) );
		$this->ask( home_url( '/a/' ), home_url( '/b/' ) );

		self::assertSame( array( home_url( '/b/' ) ), self::urls_in( $this->sent[1]['url'] ) );
	}

	public function test_addresses_of_others_are_not_asked_for(): void {
		$answer = $this->ask( 'https://other.example/', home_url( '' ) . '.evil.example/', str_replace( '//', '//x@', home_url( '/' ) ), 'javascript:alert(1)', '', home_url( '/<script>' ), home_url( '/' . str_repeat( 'x', 2000 ) ) );

		self::assertSame( array( 'counts' => array() ), $answer->get_data() );
		self::assertSame( array(), $this->sent );
	}

	public function test_no_more_than_fifty_addresses_are_asked_for(): void {
		$answer = $this->ask( ...array_map( static function ( $post ) {
			return home_url( "/$post/" );
		}, range( 1, 80 ) ) );

		self::assertCount( 50, $answer->get_data()['counts'] );
		self::assertCount( 50, self::urls_in( $this->sent[0]['url'] ) );
	}

	public function test_however_many_addresses_somebody_makes_up_the_server_has_peace(): void {
		foreach ( range( 1, 70 ) as $made_up ) {
			$this->ask( home_url( "/$made_up/" ) );
		}

		// Thirty times a minute, which may turn in between.
		self::assertLessThanOrEqual( 60, count( $this->sent ) );
		self::assertLessThanOrEqual( 500, count( get_transient( 'obolus_counts' )['counts'] ) );
	}

	public function test_a_server_that_does_not_answer_is_not_asked_again_at_once(): void {
		$this->answer = static function () {
			return new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		};

		self::assertSame( array( 'counts' => array() ), $this->ask( home_url( '/a/' ) )->get_data() );
		$this->ask( home_url( '/a/' ) );
		self::assertCount( 1, $this->sent );
	}

	public function test_what_the_server_says_of_other_things_is_left_out(): void {
		$this->answer = static function () {
			return self::answered( 200, array( 'counts' => array( 'x', array( 'url' => array() ), array( 'url' => 'https://other.example/', 'flattrs' => 1 ), array( 'url' => home_url( '/a/' ), 'flattrs' => '<b>7', 'more' => 1 ) ) ) );
		};

		self::assertSame( array( 'counts' => array( array( 'url' => home_url( '/a/' ), 'flattrs' => 0, 'supporters' => 0 ) ) ), $this->ask( home_url( '/a/' ) )->get_data() );
		self::assertSame( array( home_url( '/a/' ) ), array_keys( get_transient( 'obolus_counts' )['counts'] ) );
	}

	public function test_there_is_no_such_route_in_another_mode_or_before_the_site_is_connected(): void {
		self::choose( 'counts', 'direct' );
		self::assertSame( 404, $this->ask( home_url( '/a/' ) )->get_status() );

		self::choose( 'counts', 'site' );
		self::disconnect();
		self::assertSame( 404, $this->ask( home_url( '/a/' ) )->get_status() );
		self::assertSame( array(), $this->sent );
	}

	private function ask( string ...$urls ): WP_REST_Response {
		$_SERVER['QUERY_STRING']   = 'url=' . implode( '&url=', array_map( 'rawurlencode', $urls ) );
		$GLOBALS['wp_rest_server'] = null;
		return rest_do_request( new WP_REST_Request( 'GET', '/obolus/v1/counts' ) );
	}

	private static function urls_in( string $question ): array {
		return array_map( 'urldecode', array_slice( preg_split( '/[?&]url=/', $question ), 1 ) );
	}
}
