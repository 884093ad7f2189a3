<?php
use Obolus\Numbers\Kept;

require_once __DIR__ . '/../class-numbers-test.php';

final class Numbers_Trouble_Test extends Numbers_Test {

	public function test_a_settled_month_that_cannot_be_read_again_stays_as_it_was(): void {
		$before = $this->reading()->figures()->months[1];
		$this->says['/api/v1/statements/received/2026-10'] = self::answered( 500 );
		$this->minutes_pass( 24 * 60 );

		self::assertEquals( $before, $this->reading()->figures()->months[1] );
	}

	public function test_nobody_waits_for_longer_than_five_seconds_in_all_and_three_for_each_answer(): void {
		$tell         = $this->answer;
		$this->answer = function ( $request, $url ) use ( $tell ) {
			$this->now += 2;
			return $tell( $request, $url );
		};
		$this->reading()->figures();

		self::assertSame( array( 3, 3, 1 ), array_column( $this->sent, 'timeout' ) );
	}

	public function test_older_months_that_were_not_read_in_time_are_read_the_next_time(): void {
		$october = $this->says['/api/v1/statements/received/2026-10'];
		$this->says['/api/v1/statements/received/2026-10'] = new WP_Error( 'http_request_failed', 'Too slow.' );
		$before = $this->reading()->figures();
		$this->says['/api/v1/statements/received/2026-10'] = $october;
		$this->minutes_pass( 5 );
		$after = $this->reading()->figures();

		self::assertSame( array( 1, 1, '' ), array( count( $before->months ), $before->lacking, $this->reading()->sentence() ) );
		self::assertSame( array( 2, 0 ), array( count( $after->months ), $after->lacking ) );
	}

	/** @dataProvider refusals */
	public function test_when_the_server_does_not_tell_the_older_figures_stay_with_their_time( string $path, $refusal, string $sentence ): void {
		$before = $this->reading()->figures();
		$this->says[ $path ] = is_array( $refusal ) && ! isset( $refusal['response'] ) ? self::answered( 200, $refusal ) : $refusal;
		$this->minutes_pass( 6 );
		$reading = $this->reading();

		self::assertEquals( $before, $reading->figures() );
		self::assertStringContainsString( $sentence, $reading->sentence() );
		self::assertStringNotContainsString( '<', $reading->sentence() );
	}

	public function refusals(): array {
		return array(
			'down'                       => array( '/api/v1/months', new WP_Error( 'http_request_failed', 'Nobody answers here.' ), 'The server did not answer.' ),
			'a token without the scope'  => array( '/api/v1/revenue', self::answered( 403, array( 'type' => '/problems/insufficient_scope', 'detail' => 'No.' ) ), 'Make one with the scopes thing and revenue:read' ),
			'too many at once'           => array( '/api/v1/revenue', self::answered( 429, array( 'detail' => 'Wait. ' . self::HOSTILE ) ), 'Wait.' ),
			'a fault'                    => array( '/api/v1/statements/received/2026-11', self::answered( 500 ), 'The server answered with the status 500.' ),
			'no months'                  => array( '/api/v1/months', array( array( 'month' => '2026-13' ), 'x' ), 'cannot read' ),
			'no number'                  => array( '/api/v1/revenue', array( 'revenue_micros' => '45.60' ), 'cannot read' ),
			'less than nothing'          => array( '/api/v1/revenue', array( 'revenue_micros' => -1 ), 'cannot read' ),
			'no statement'               => array( '/api/v1/statements/received/2026-11', array( 'month' => '2026-11' ), 'cannot read' ),
			'that of another month'      => array( '/api/v1/statements/received/2026-11', self::statement( '2026-10', 'open', array() ), 'cannot read' ),
			'a month of less than none'  => array( '/api/v1/statements/received/2026-11', self::statement( '2026-11', 'open', array(), array( 'net_micros' => -1 ) ), 'cannot read' ),
			'a statement without things' => array( '/api/v1/statements/received/2026-11', array( 'month' => '2026-11', 'state' => 'open', 'gross_micros' => 1, 'fee_micros' => 0, 'net_micros' => 1, 'things' => array( array( 'clicks' => 'x' ) ) ), 'cannot read' ),
		);
	}

	public function test_after_one_question_without_an_answer_no_other_is_asked_nor_again_before_five_minutes(): void {
		$this->says['/api/v1/months'] = new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$this->reading()->figures();
		$this->minutes_pass( 4 );
		$this->reading()->figures();

		self::assertSame( array( '/api/v1/months' ), $this->asked() );
	}

	public function test_a_server_that_wants_to_be_left_alone_is_left_alone(): void {
		$this->says['/api/v1/revenue'] = self::answered( 429, array(), array( 'retry-after' => '900' ) );
		$this->reading()->figures();
		$this->minutes_pass( 14 );
		$this->reading()->figures();
		self::assertCount( 2, $this->sent );

		$this->minutes_pass( 1 );
		$this->reading()->figures();
		self::assertCount( 4, $this->sent );
	}

	public function test_a_server_that_does_not_answer_is_found_out_before_a_token_is_renewed(): void {
		self::a_connection( array( 'token' => 'old', 'refresh' => 'r', 'ends' => time() - 1, 'client_id' => 'id', 'client_secret' => '' ) );
		$this->says['/api/v1/months'] = new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$this->reading()->figures();

		self::assertSame( array( '/api/v1/months' ), $this->asked() );
		self::assertArrayNotHasKey( 'Authorization', $this->sent[0]['headers'] );
	}

	public function test_a_renewal_has_a_patience_of_its_own_because_its_answer_must_not_get_lost(): void {
		self::a_connection( array( 'token' => 'old', 'refresh' => 'r', 'ends' => time() - 1, 'client_id' => 'id', 'client_secret' => '' ) );
		$this->says['/oauth/token'] = array( 'access_token' => 'new', 'refresh_token' => 's', 'expires_in' => 3600 );
		$this->reading()->figures();

		self::assertSame( array( '/oauth/token', 10 ), array( $this->asked()[1], $this->sent[1]['timeout'] ) );
		self::assertSame( array( 'Bearer new', 3 ), array( $this->sent[2]['headers']['Authorization'], $this->sent[2]['timeout'] ) );
	}

	public function test_when_the_server_ends_the_connection_the_figures_stay_and_when_the_owner_does_they_go(): void {
		$before = $this->reading()->figures();
		$this->says['/api/v1/revenue'] = self::answered( 401, array( 'type' => '/problems/unauthorized', 'detail' => 'This token is not valid here.' ) );
		$this->minutes_pass( 5 );
		$reading = $this->reading();

		self::assertEquals( array( $before, $before ), array( $reading->figures(), $reading->figures() ) );
		self::assertStringContainsString( 'This token is not valid here.', $reading->sentence() );
		self::assertFalse( $this->connection()->is_there() );

		self::a_connection()->end();
		self::assertNull( $this->reading()->figures() );
		self::assertFalse( get_option( Kept::OPTION ) );
	}
}
