<?php
/**
 * Taking things away.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Answer;
use Obolus\Connection\Server;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Takes things away at the server in one run: once it does not answer, it is not asked again. */
final class Removal {

	/** For so many seconds: shorter than a lease, with the sending after it. */
	private const PATIENCE = 60;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Until when it asks.
	 *
	 * @var int
	 */
	private $until;

	/**
	 * What the server said when it could not be asked any more.
	 *
	 * @var Answer|null
	 */
	private $trouble = null;

	/**
	 * Made of what it uses.
	 *
	 * @param Server  $server  Whom it asks.
	 * @param Records $records The rows.
	 */
	public function __construct( Server $server, Records $records ) {
		$this->server  = $server;
		$this->records = $records;
		$this->until   = time() + self::PATIENCE;
	}

	/**
	 * Takes away what was registered of a post; whether it is gone. When it is not, the record says when to try again. What
	 * stands at another address than the post's own may be anything of the owner's, and is only let go of.
	 *
	 * @param Record $record Leased.
	 */
	public function of( Record $record ): bool {
		if ( $record->is_elsewhere ) {
			$record->forgotten();
			return true;
		}
		$answer = 0 === $record->thing_id && '' !== $record->url ? $this->look_for( $record ) : new Answer( 200, array() );
		if ( $answer->is_ok() && 0 !== $record->thing_id && ! $this->records->is_shared( $record ) ) {
			$answer = $this->ask( 'DELETE', "/api/v1/things/{$record->thing_id}" );
		}
		if ( $answer->is_ok() || $this->is_gone( $answer ) ) {
			$record->forgotten();
			return true;
		}
		$record->later( $answer->sentence(), $answer->retry_after );
		return false;
	}

	/**
	 * The answer to a registration may have been lost; the server knows whether it was done.
	 *
	 * @param Record $record Without a thing.
	 */
	private function look_for( Record $record ): Answer {
		$answer           = $this->ask( 'GET', '/api/v1/things?url=' . rawurlencode( $record->url ) );
		$record->thing_id = $answer->is_ok() ? (int) ( $answer->body['id'] ?? 0 ) : 0;
		return $answer;
	}

	/**
	 * Nobody knows it, it can be none, or it is somebody else's: nothing of this site is left.
	 *
	 * @param Answer $answer By the server.
	 */
	private function is_gone( Answer $answer ): bool {
		return 404 === $answer->status || 410 === $answer->status || 422 === $answer->status || 'thing_owner' === $answer->reason();
	}

	/**
	 * Asks as long as there is somebody who answers, and time.
	 *
	 * @param string $method By HTTP.
	 * @param string $path   Begins with a slash.
	 */
	private function ask( string $method, string $path ): Answer {
		if ( null !== $this->trouble ) {
			return $this->trouble;
		}
		if ( time() > $this->until ) {
			return new Answer( 0, array() );
		}
		$answer = $this->server->ask( $method, $path );
		if ( $answer->is_worth_repeating() ) {
			$this->trouble = $answer;
		}
		return $answer;
	}
}
