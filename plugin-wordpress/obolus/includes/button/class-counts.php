<?php
/**
 * The numbers of this site's addresses, as the server last told them.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Answer;
use Obolus\Connection\Server;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Keeps what the server has answered for a minute, for so many addresses and no more, however many are asked for. A server
 * that is in trouble is left alone.
 */
final class Counts {

	/** The transient in which it is kept. */
	public const KEPT = 'obolus_counts';

	private const MOST_KEPT     = 500;
	private const MOST_ASKED    = 30;
	private const LONGEST_PAUSE = DAY_IN_SECONDS;

	/** For how many seconds a reader's question keeps PHP waiting. */
	private const PATIENCE = 3;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * What may be asked for.
	 *
	 * @var Addresses
	 */
	private $addresses;

	/**
	 * Made of what it uses.
	 *
	 * @param Server    $server    Whom it asks.
	 * @param Addresses $addresses What may be asked for.
	 */
	public function __construct( Server $server, Addresses $addresses ) {
		$this->server    = $server;
		$this->addresses = $addresses;
	}

	/**
	 * The numbers of addresses, without those that nobody knows.
	 *
	 * @param string[] $urls The addresses.
	 * @return array<int, array<string, mixed>> Each as the server tells it: url, flattrs, supporters.
	 */
	public function of( array $urls ): array {
		$kept  = $this->kept();
		$may   = $kept['times'] < self::MOST_ASKED && $kept['quiet_until'] <= time();
		$asked = $may ? $this->addresses->among( array_diff( $urls, array_keys( $kept['counts'] ) ) ) : array();
		if ( array() !== $asked ) {
			$kept = $this->ask( $asked );
		}
		$counts = array_intersect_key( $kept['counts'], array_flip( $urls ) );
		return array_values( array_filter( array_column( $counts, 'count' ) ) );
	}

	/**
	 * Asks the server for what it tells everybody: no reader has a token renewed. That it is asked, and for what, is noted
	 * first: whoever comes meanwhile does not ask for the same, and a question whose asker is killed counts.
	 *
	 * @param string[] $urls The addresses.
	 * @return array<string, mixed> What is kept then.
	 */
	private function ask( array $urls ): array {
		$known = array_fill_keys(
			$urls,
			array(
				'at'    => time(),
				'count' => null,
			)
		);
		$kept  = $this->kept();
		++$kept['times'];
		$this->keep( $kept, $known );
		$answer = $this->server->read( '/counts?url=' . implode( '&url=', array_map( 'rawurlencode', $urls ) ), self::PATIENCE );
		$kept   = $this->kept();
		if ( $answer->is_worth_repeating() ) {
			$kept['quiet_until'] = time() + max( MINUTE_IN_SECONDS, min( $answer->retry_after, self::LONGEST_PAUSE ) );
		}
		return $this->keep( $kept, $this->read( $answer, $known ) );
	}

	/**
	 * What is known and not older than a minute, how often the server was asked in this one, and until when it is not.
	 *
	 * @return array{minute: int, times: int, quiet_until: int, counts: array<string, array<string, mixed>>}
	 */
	private function kept(): array {
		// Others may have kept something while the server was asked.
		wp_cache_delete( '_transient_' . self::KEPT, 'options' );
		$kept   = get_transient( self::KEPT );
		$kept   = is_array( $kept ) ? $kept : array();
		$now    = time();
		$minute = intdiv( $now, MINUTE_IN_SECONDS );
		return array(
			'minute'      => $minute,
			'times'       => ( $kept['minute'] ?? 0 ) === $minute ? $kept['times'] : 0,
			'quiet_until' => $kept['quiet_until'] ?? 0,
			'counts'      => array_filter( $kept['counts'] ?? array(), static fn ( array $one ): bool => $one['at'] > $now - MINUTE_IN_SECONDS ),
		);
	}

	/**
	 * Keeps it, with what is new.
	 *
	 * @param array<string, mixed>                $kept Before.
	 * @param array<string, array<string, mixed>> $more By address.
	 * @return array<string, mixed> Now.
	 */
	private function keep( array $kept, array $more ): array {
		$kept['counts'] = array_slice( $more + $kept['counts'], 0, self::MOST_KEPT, true );
		set_transient( self::KEPT, $kept, max( MINUTE_IN_SECONDS, $kept['quiet_until'] - time() ) );
		return $kept;
	}

	/**
	 * What an answer says. An address without a number is not asked for again at once either.
	 *
	 * @param Answer                              $answer Of the server.
	 * @param array<string, array<string, mixed>> $known  By address, without numbers.
	 * @return array<string, array<string, mixed>> By address.
	 */
	private function read( Answer $answer, array $known ): array {
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
