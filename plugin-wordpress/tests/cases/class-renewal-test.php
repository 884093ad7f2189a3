<?php
use Obolus\Connection\Connection;
use Obolus\Connection\Notices;
use Obolus\Connection\Safe;
use Obolus\Things\Records;

require_once __DIR__ . '/../class-things-test.php';

final class Renewal_Test extends Things_Test {

	private const NEXT = array( 'access_token' => 'second', 'expires_in' => 3600, 'refresh_token' => 'refresh-2' );

	/** @var Connection Whose token is over. */
	private $connection;

	/** @var array<int, array|WP_Error> What the server answers, one after another; the last again and again. */
	private $answers;

	protected function setUp(): void {
		parent::setUp();
		$this->connection = self::a_connection( array( 'token' => 'first', 'ends' => time() - 1, 'refresh' => 'refresh-1', 'client_id' => 'id' ) );
		$this->answer     = fn () => 1 < count( $this->answers ) ? array_shift( $this->answers ) : $this->answers[0];
	}

	public function test_a_renewal_whose_answer_got_lost_is_repeated_at_once_with_the_same_token(): void {
		$this->answers = array( self::lost(), self::answered( 200, self::NEXT ) );

		self::assertSame( 'second', $this->connection->token() );
		self::assertSame( array( 'grant_type=refresh_token&refresh_token=refresh-1&client_id=id' ), array_unique( array_column( $this->sent, 'body' ) ) );
		self::assertSame( 'refresh-2', ( new Safe( 'obolus_token' ) )->read()['refresh'] );
	}

	public function test_it_is_repeated_once_and_ends_nothing(): void {
		$this->answers = array( self::lost() );

		self::assertSame( '', $this->connection->token() );
		self::assertCount( 2, $this->sent );
		self::assertTrue( $this->connection->is_there() );
		self::assertSame( '', $this->connection->trouble() );
	}

	public function test_an_answer_that_is_none_of_oauth_ends_nothing_and_is_not_asked_for_again(): void {
		foreach ( array( self::answered( 500, array( 'error' => 'invalid_grant' ) ), self::answered( 400 ), self::answered( 429 ), self::answered( 200 ), self::answered( 400, array( 'error' => array( 'invalid_grant' ) ) ) ) as $i => $answer ) {
			$this->answers = array( $answer );

			self::assertSame( '', $this->connection->token() );
			self::assertCount( $i + 1, $this->sent );
			self::assertTrue( $this->connection->is_there() );
		}
	}

	public function test_a_server_that_does_not_know_the_app_ends_nothing_and_the_owner_is_told_until_it_does(): void {
		$this->answers = array( self::answered( 401, array( 'error' => 'invalid_client', 'error_description' => 'No such <b>app</b>.' ) ) );

		self::assertSame( '', $this->connection->token() );
		self::assertTrue( $this->connection->is_there() );
		self::assertStringContainsString( 'No such app.', $said = $this->said() );
		self::assertStringContainsString( 'connect it again', $said );

		$this->answers = array( self::answered( 200, self::NEXT ) );

		self::assertSame( 'second', $this->connection->token() );
		self::assertSame( '', $this->said() );
	}

	public function test_a_grant_that_is_over_ends_the_connection_and_keeps_what_waits(): void {
		$published     = self::a_post();
		$this->answers = array( self::lost(), self::answered( 400, array( 'error' => 'invalid_grant', 'error_description' => 'This is spent.' ) ) );

		self::time_passes();
		$this->cron();
		self::time_passes();
		$this->cron();

		self::assertFalse( $this->connection->is_there() );
		self::assertCount( 2, $this->sent );
		self::assertStringContainsString( 'This is spent. Connect this site again.', $this->said() );
		self::assertSame( Records::WAITING, self::record( $published )->state );
		self::assertGreaterThan( 0, self::record( $published )->due_at );
	}

	private static function lost(): WP_Error {
		return new WP_Error( 'http_request_failed', 'Timed out.' );
	}

	/** What is said above the dashboard. */
	private function said(): string {
		set_current_screen( 'dashboard' );
		ob_start();
		( new Notices( $this->connection ) )->show();
		unset( $GLOBALS['current_screen'] );
		return ob_get_clean();
	}
}
