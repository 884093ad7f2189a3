<?php
/**
 * How often posts were flattred.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The numbers of addresses in all months: asked for together, and kept for some minutes, or longer while nobody answers. */
final class Counted {

	public const OPTION = 'obolus_counted';

	private const MOST_KEPT  = 500;
	private const MOST_ASKED = 50;
	private const LONGEST    = 6000;
	private const TIMES      = 3;

	/**
	 * Which server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Tells the time in seconds since 1970.
	 *
	 * @var callable(): int
	 */
	private $clock;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection    $connection Which server.
	 * @param Server        $server     Whom it asks.
	 * @param callable|null $clock      Tells the time in seconds since 1970.
	 */
	public function __construct( Connection $connection, Server $server, ?callable $clock = null ) {
		$this->connection = $connection;
		$this->server     = $server;
		$this->clock      = $clock ?? 'time';
	}

	/**
	 * What is known of these addresses.
	 *
	 * @param string[] $addresses Of posts.
	 * @return array<string, array{at: int, flattrs: int}> By address, without those of which nothing is known.
	 */
	public function of( array $addresses ): array {
		$kept = $this->kept();
		$now  = ( $this->clock )();
		$due  = array_filter( array_unique( $addresses ), static fn ( string $one ): bool => ( $kept['counts'][ $one ]['at'] ?? 0 ) <= $now - Asking::FRESH );
		if ( array() !== $due && $kept['again_at'] <= $now && $this->connection->is_there() ) {
			$kept = $this->read( array_values( $due ), $kept );
			update_option( self::OPTION, $kept, false );
		}
		return array_intersect_key( $kept['counts'], array_flip( $addresses ) );
	}

	/**
	 * Asks for addresses, as many as may be asked for at once; the others are asked for the next time.
	 *
	 * @param string[]             $due  Addresses.
	 * @param array<string, mixed> $kept What is kept.
	 * @return array<string, mixed> What is kept now.
	 */
	private function read( array $due, array $kept ): array {
		$asking = new Asking( $this->server, $this->clock );
		for ( $time = 0; $time < self::TIMES && array() !== $due; ++$time ) {
			$some  = self::first( $due );
			$due   = array_slice( $due, count( $some ) );
			$said  = $asking->openly( '/counts?url=' . implode( '&url=', array_map( 'rawurlencode', $some ) ) );
			$found = null === $said ? array() : $this->found( $said['counts'] ?? null, $some );
			if ( array() === $found ) {
				$kept['again_at'] = $asking->again_at();
				break;
			}
			$kept['counts'] = array_slice( $found + $kept['counts'], 0, self::MOST_KEPT, true );
		}
		return $kept;
	}

	/**
	 * What the server says of what it was asked for, and of nothing else.
	 *
	 * @param mixed    $counts By the server.
	 * @param string[] $asked  Addresses.
	 * @return array<string, array{at: int, flattrs: int}> By address.
	 */
	private function found( $counts, array $asked ): array {
		$found = array();
		foreach ( is_array( $counts ) ? $counts : array() as $count ) {
			$url = is_array( $count ) ? $count['url'] ?? null : null;
			if ( in_array( $url, $asked, true ) && is_int( $count['flattrs'] ?? null ) && $count['flattrs'] >= 0 ) {
				$found[ $url ] = array(
					'at'      => ( $this->clock )(),
					'flattrs' => $count['flattrs'],
				);
			}
		}
		return $found;
	}

	/**
	 * So many of the first addresses as one question can hold.
	 *
	 * @param string[] $addresses At least one.
	 * @return string[]
	 */
	private static function first( array $addresses ): array {
		$length = 0;
		$some   = array();
		foreach ( array_slice( $addresses, 0, self::MOST_ASKED ) as $address ) {
			$length += strlen( rawurlencode( $address ) ) + 5;
			if ( $length > self::LONGEST && array() !== $some ) {
				break;
			}
			$some[] = $address;
		}
		return $some;
	}

	/**
	 * What is kept of this server.
	 *
	 * @return array{server: string, again_at: int, counts: array<string, array{at: int, flattrs: int}>}
	 */
	private function kept(): array {
		$server = $this->connection->server();
		$kept   = get_option( self::OPTION );
		return is_array( $kept ) && $server === ( $kept['server'] ?? null ) ? $kept : array(
			'server'   => $server,
			'again_at' => 0,
			'counts'   => array(),
		);
	}
}
