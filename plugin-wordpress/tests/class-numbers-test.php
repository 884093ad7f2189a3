<?php
use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Numbers\Counted;
use Obolus\Numbers\Reading;
use Obolus\Settings;
use Obolus\Things\Records;

/** A site that is connected as alice, whose server tells figures, and a clock that the test sets. */
abstract class Numbers_Test extends WordPress_Test {

	protected const SERVER  = 'https://obolus.example';
	protected const HOSTILE = '"><script>alert(1)</script>';

	/** @var int In seconds since 1970: 10 November 2026, 09:30 in UTC. */
	protected $now = 1794303000;

	/** @var array<string, mixed> What the server answers, by path. */
	protected $says;

	protected function setUp(): void {
		parent::setUp();
		self::a_connection()->is_of( 'alice' );
		update_option( 'timezone_string', 'UTC' );
		$this->says   = array(
			'/api/v1/months'                      => array( self::stage( '2026-11', 'open' ), self::stage( '2026-10', 'settled' ) ),
			'/api/v1/revenue'                     => array( 'revenue_micros' => 45600000 ),
			'/api/v1/statements/received/2026-11' => self::statement( '2026-11', 'open', array() ),
			'/api/v1/statements/received/2026-10' => self::statement( '2026-10', 'settled', array( self::thing( 90, 3, 9999999 ) ) ),
		);
		$this->answer = function ( $request, $url ) {
			$said = $this->says[ substr( $url, strlen( self::SERVER ) ) ] ?? self::answered( 404 );
			return is_wp_error( $said ) || isset( $said['response'] ) ? $said : self::answered( 200, $said );
		};
	}

	protected function connection(): Connection {
		return new Connection( new Settings() );
	}

	protected function reading(): Reading {
		return new Reading( $this->connection(), new Server( $this->connection() ), new Records(), fn (): int => $this->now );
	}

	protected function counted(): Counted {
		return new Counted( $this->connection(), new Server( $this->connection() ), fn (): int => $this->now );
	}

	protected function minutes_pass( int $minutes ): void {
		$this->now += $minutes * MINUTE_IN_SECONDS;
	}

	/** The paths that were asked for. */
	protected function asked(): array {
		return array_map( static fn ( array $request ): string => substr( $request['url'], strlen( self::SERVER ) ), $this->sent );
	}

	protected static function printed( callable $what ): string {
		ob_start();
		$what();
		return ob_get_clean();
	}

	/** What people read of it. */
	protected static function text( string $html ): string {
		return trim( preg_replace( '/\s+/', ' ', html_entity_decode( wp_strip_all_tags( preg_replace( '/</', ' <', $html ) ), ENT_QUOTES ) ) );
	}

	/** A post that is a thing of the server. */
	protected static function a_registered_post( int $thing, array $more = array() ): int {
		global $wpdb;
		$post = self::a_post( $more );
		( new Records() )->mark( array( $post ), Records::WAITING );
		$wpdb->update( $wpdb->prefix . 'obolus_things', array( 'thing_id' => $thing ), array( 'post_id' => $post ) );
		return $post;
	}

	protected static function somebody( string $role ): int {
		return wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => $role ) );
	}

	protected static function stage( string $month, string $state ): array {
		return array( 'month' => $month, 'state' => $state );
	}

	protected static function thing( int $id, int $clicks, int $gross ): array {
		return array( 'thing' => $id, 'url' => "https://blog.example/$id", 'title' => 'As the server has it', 'clicks' => $clicks, 'gross_micros' => $gross, 'clicks_in_all' => $clicks + 5 );
	}

	/** With the server's fee of ten per cent, rounded down. */
	protected static function statement( string $month, string $state, array $things, array $more = array() ): array {
		$gross = array_sum( array_column( $things, 'gross_micros' ) );
		$fee   = intdiv( $gross, 10 );
		return $more + array( 'month' => $month, 'state' => $state, 'gross_micros' => $gross, 'fee_micros' => $fee, 'net_micros' => $gross - $fee, 'things' => $things, 'claimed' => array(), 'claims' => array(), 'voided' => array() );
	}
}
