<?php
/**
 * What is wished, brought to the server.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Answer;
use Obolus\Connection\Server;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Makes at the server what is wished here: what is there already is not made again, so it can be run at any time. */
final class Delivery {

	/** For how many seconds a run asks for more: shorter than the lock lasts. */
	private const PATIENCE = 20;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Where what is given of this site is found.
	 *
	 * @var string
	 */
	private $path;

	/**
	 * What has been offered.
	 *
	 * @var Offers
	 */
	private $offers;

	/**
	 * Until when it asks.
	 *
	 * @var int
	 */
	private $until;

	/**
	 * Made of what it uses.
	 *
	 * @param Server $server Whom it asks.
	 * @param string $host   Of this site, as the server calls it.
	 * @param Offers $offers What has been offered.
	 */
	public function __construct( Server $server, string $host, Offers $offers ) {
		$this->server = $server;
		$this->path   = '/api/v1/sites/' . rawurlencode( $host ) . '/assignments';
		$this->offers = $offers;
		$this->until  = time() + self::PATIENCE;
	}

	/** Brings everything that is not there yet; in how many seconds there is something to do again. */
	public function run(): int {
		$pause = $this->offers->trouble->note( $this->offers->is_empty() ? null : $this->bring() );
		$this->offers->keep();
		if ( '' !== $this->offers->trouble->sentence ) {
			return $pause;
		}
		if ( array() !== $this->offers->due() || array() !== $this->offers->ending() ) {
			return 1;
		}
		return $this->offers->are_on_their_way() ? HOUR_IN_SECONDS : DAY_IN_SECONDS;
	}

	/** Compares, ends and offers, in this order: an author can have one account at a time. The answer at which it stopped. */
	private function bring(): ?Answer {
		$listed = Listed::nothing();
		$query  = 'limit=100';
		while ( '' !== $query ) {
			$answer = $this->server->ask( 'GET', "$this->path?$query" );
			$more   = Listed::in( $answer );
			if ( null === $more || time() > $this->until ) {
				return $answer->is_ok() ? $this->unreadable() : $answer;
			}
			$listed = $listed->with( $more );
			$query  = $answer->next;
		}
		$this->offers->compare( $listed );
		$this->offers->keep();
		return $this->end() ?? $this->offer();
	}

	/** Ends what is not wished any more. */
	private function end(): ?Answer {
		foreach ( $this->offers->ending() as $id ) {
			if ( time() > $this->until ) {
				return null;
			}
			$answer = $this->server->ask( 'DELETE', "$this->path/$id" );
			if ( ! $answer->is_ok() && 404 !== $answer->status ) {
				return $answer;
			}
			$this->offers->ended( $id );
			$this->offers->keep();
		}
		return null;
	}

	/** Offers what is not there yet. */
	private function offer(): ?Answer {
		foreach ( $this->offers->due() as $offer ) {
			if ( time() > $this->until || array() !== $this->offers->ending() ) {
				return null;
			}
			$offer->is_sent();
			$this->offers->keep();
			$answer = $this->server->ask( 'POST', $this->path, $offer->to_send() );
			if ( $answer->is_worth_repeating() || Trouble::is_of_places( $answer ) || ( $answer->is_ok() && ! isset( $answer->body['id'] ) ) ) {
				return $answer->is_ok() ? $this->unreadable() : $answer;
			}
			if ( $answer->is_ok() ) {
				$offer->is_there( $answer->body, 201 === $answer->status );
			} else {
				$offer->is_refused( $answer->sentence() );
			}
			$this->offers->keep();
		}
		return null;
	}

	/** In place of an answer that says nothing. */
	private function unreadable(): Answer {
		return new Answer( 0, array( 'detail' => __( 'The server answered something that this plugin cannot read.', 'obolus' ) ) );
	}
}
