<?php
require_once __DIR__ . '/../class-counts-case.php';

final class Counts_Peace_Test extends Counts_Case {

	public function test_the_server_is_asked_once_a_minute(): void {
		self::posts_at( 'a', 'b' );
		$first = $this->ask( home_url( '/a/' ), home_url( '/b/' ) );
		$again = $this->ask( home_url( '/a/' ), home_url( '/b/' ) );
		self::assertSame( $first->get_data(), $again->get_data() );
		self::assertCount( 1, $this->sent );

		self::a_minute_passes();
		$this->ask( home_url( '/a/' ), home_url( '/b/' ) );
		self::assertCount( 2, $this->sent );
	}

	public function test_only_what_is_not_known_is_asked_for(): void {
		self::posts_at( 'a', 'b' );
		$this->ask( home_url( '/a/' ) );
		$this->ask( home_url( '/a/' ), home_url( '/b/' ) );

		self::assertSame( array( home_url( '/b/' ) ), self::urls_in( $this->sent[1]['url'] ) );
	}

	public function test_no_more_than_fifty_addresses_are_asked_for(): void {
		$names = array_map( static fn ( $i ) => "post-$i", range( 1, 60 ) );
		self::posts_at( ...$names );
		$answer = $this->ask( ...array_map( static fn ( $name ) => home_url( "/$name/" ), $names ) );

		self::assertCount( 50, $answer->get_data()['counts'] );
		self::assertCount( 50, self::urls_in( $this->sent[0]['url'] ) );
	}

	public function test_however_often_readers_ask_the_server_has_peace(): void {
		$names = array_map( static fn ( $i ) => "post-$i", range( 1, 65 ) );
		self::posts_at( ...$names );
		foreach ( $names as $name ) {
			$this->ask( home_url( "/$name/" ) );
		}

		// Thirty times a minute, which may turn in between.
		self::assertLessThanOrEqual( 60, count( $this->sent ) );
	}

	public function test_who_asks_while_the_server_is_slow_does_not_ask_it_for_the_same(): void {
		self::posts_at( 'a', 'b' );
		$answer       = $this->answer;
		$this->answer = function ( $request, $url ) use ( $answer ) {
			if ( 1 === count( $this->sent ) ) {
				$this->ask( home_url( '/a/' ), home_url( '/b/' ) );
			}
			return $answer( $request, $url );
		};
		$this->ask( home_url( '/a/' ) );

		self::assertSame( array( array( home_url( '/a/' ) ), array( home_url( '/b/' ) ) ), array_map( static fn ( $sent ) => self::urls_in( $sent['url'] ), $this->sent ) );
		self::assertCount( 2, $this->ask( home_url( '/a/' ), home_url( '/b/' ) )->get_data()['counts'] );
		self::assertCount( 2, $this->sent );
	}

	public function test_a_question_whose_asker_is_killed_counts(): void {
		self::posts_at( 'a' );
		$this->answer = static function () {
			throw new RuntimeException( 'Killed.' );
		};
		try {
			$this->ask( home_url( '/a/' ) );
			self::fail( 'It was not killed.' );
		} catch ( RuntimeException $killed ) {
			self::assertSame( 1, get_transient( 'obolus_counts' )['times'] );
		}
	}

	/** @dataProvider troubles */
	public function test_a_server_in_trouble_is_asked_for_nothing_until_it_has_had_its_pause( callable $trouble, int $pause ): void {
		self::posts_at( 'a', 'b' );
		$up           = $this->answer;
		$this->answer = $trouble;

		self::assertSame( array( 'counts' => array() ), $this->ask( home_url( '/a/' ) )->get_data() );
		$this->answer = $up;
		self::assertSame( array( 'counts' => array() ), $this->ask( home_url( '/a/' ), home_url( '/b/' ) )->get_data() );
		self::assertCount( 1, $this->sent );
		self::assertEqualsWithDelta( time() + $pause, get_transient( 'obolus_counts' )['quiet_until'], 5 );
		self::assertEqualsWithDelta( time() + $pause, get_option( '_transient_timeout_obolus_counts' ), 5 );

		self::a_minute_passes( $pause );
		self::assertCount( 2, $this->ask( home_url( '/a/' ), home_url( '/b/' ) )->get_data()['counts'] );
	}

	public static function troubles(): array {
		return array(
			'no answer'              => array( static fn () => new WP_Error( 'http_request_failed', 'Nobody answers here.' ), 60 ),
			'an error of the server' => array( static fn () => self::answered( 500 ), 60 ),
			'a pause of its own'     => array( static fn () => self::answered( 503, array(), array( 'retry-after' => '900' ) ), 900 ),
			'a short pause'          => array( static fn () => self::answered( 429, array(), array( 'retry-after' => '5' ) ), 60 ),
			'a pause of years'       => array( static fn () => self::answered( 429, array(), array( 'retry-after' => '99999999' ) ), 86400 ),
		);
	}

	public function test_a_refusal_of_one_question_does_not_silence_the_others(): void {
		self::posts_at( 'a', 'b' );
		$up           = $this->answer;
		$this->answer = static fn () => self::answered( 400 );
		$this->ask( home_url( '/a/' ) );
		$this->answer = $up;

		self::assertCount( 1, $this->ask( home_url( '/a/' ), home_url( '/b/' ) )->get_data()['counts'] );
	}

	public function test_what_the_server_says_of_other_things_is_left_out(): void {
		self::posts_at( 'a' );
		$this->answer = static function () {
			return self::answered( 200, array( 'counts' => array( 'x', array( 'url' => array() ), array( 'url' => 'https://other.example/', 'flattrs' => 1 ), array( 'url' => home_url( '/a/' ), 'flattrs' => '<b>7', 'more' => 1 ) ) ) );
		};

		self::assertSame( array( 'counts' => array( array( 'url' => home_url( '/a/' ), 'flattrs' => 0, 'supporters' => 0 ) ) ), $this->ask( home_url( '/a/' ) )->get_data() );
		self::assertSame( array( home_url( '/a/' ) ), array_keys( get_transient( 'obolus_counts' )['counts'] ) );
	}

	/** What was kept is older by so much. */
	private static function a_minute_passes( int $seconds = 60 ): void {
		$kept = get_transient( 'obolus_counts' );
		foreach ( array_keys( $kept['counts'] ) as $url ) {
			$kept['counts'][ $url ]['at'] -= $seconds;
		}
		$kept['quiet_until'] = ( $kept['quiet_until'] ?? 0 ) - $seconds;
		set_transient( 'obolus_counts', $kept, 60 );
	}
}
