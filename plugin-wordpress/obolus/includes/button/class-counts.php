<?php
/**
 * The numbers of this site's addresses, as the server last told them.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Server;

/** Keeps what the server has answered for a minute, for so many addresses and no more, however many are asked for. */
final class Counts {

	/** The transient in which it is kept. */
	public const KEPT = 'obolus_counts';

	private const MOST_KEPT  = 500;
	private const MOST_ASKED = 30;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Made of what it uses.
	 *
	 * @param Server $server Whom it asks.
	 */
	public function __construct( Server $server ) {
		$this->server = $server;
	}

	/**
	 * The numbers of addresses, without those that nobody knows.
	 *
	 * @param string[] $urls The addresses.
	 * @return array<int, array<string, mixed>> Each as the server tells it: url, flattrs, supporters.
	 */
	public function of( array $urls ): array {
		$kept  = $this->kept();
		$asked = array_values( array_diff( $urls, array_keys( $kept['counts'] ) ) );
		if ( array() !== $asked && $kept['times'] < self::MOST_ASKED ) {
			$kept['counts'] = array_slice( $this->asked( $asked ) + $kept['counts'], 0, self::MOST_KEPT, true );
			++$kept['times'];
			set_transient( self::KEPT, $kept, MINUTE_IN_SECONDS );
		}
		$counts = array_intersect_key( $kept['counts'], array_flip( $urls ) );
		return array_values( array_filter( array_column( $counts, 'count' ) ) );
	}

	/**
	 * What is known and not older than a minute, and how often the server was asked in this one.
	 *
	 * @return array{minute: int, times: int, counts: array<string, array<string, mixed>>}
	 */
	private function kept(): array {
		$kept   = get_transient( self::KEPT );
		$now    = time();
		$minute = intdiv( $now, MINUTE_IN_SECONDS );
		$counts = array();
		foreach ( is_array( $kept ) ? $kept['counts'] : array() as $url => $one ) {
			if ( $one['at'] > $now - MINUTE_IN_SECONDS ) {
				$counts[ $url ] = $one;
			}
		}
		return array(
			'minute' => $minute,
			'times'  => is_array( $kept ) && $minute === $kept['minute'] ? $kept['times'] : 0,
			'counts' => $counts,
		);
	}

	/**
	 * Asks the server. An address without an answer is not asked for again at once either.
	 *
	 * @param string[] $urls The addresses.
	 * @return array<string, array{at: int, count: array<string, mixed>|null}> By address.
	 */
	private function asked( array $urls ): array {
		$known  = array_fill_keys(
			$urls,
			array(
				'at'    => time(),
				'count' => null,
			)
		);
		$answer = $this->server->ask( 'GET', '/counts?url=' . implode( '&url=', array_map( 'rawurlencode', $urls ) ) );
		$counts = $answer->is_ok() ? ( $answer->body['counts'] ?? array() ) : array();
		foreach ( is_array( $counts ) ? $counts : array() as $count ) {
			$url = is_array( $count ) && is_string( $count['url'] ?? null ) ? $count['url'] : '';
			if ( isset( $known[ $url ] ) ) {
				$known[ $url ]['count'] = array(
					'url'        => $url,
					'flattrs'    => absint( $count['flattrs'] ?? 0 ),
					'supporters' => absint( $count['supporters'] ?? 0 ),
				);
			}
		}
		return $known;
	}
}
