<?php
/**
 * A round of questions.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Connection\Answer;
use Obolus\Connection\Server;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Asks while somebody waits for a page: for a few seconds in all, and nothing more once one question went wrong. */
final class Asking {

	/** How long what was read is good. */
	public const FRESH = 5 * MINUTE_IN_SECONDS;

	private const ALL_IN_ALL = 5;
	private const EACH       = 3;

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
	 * Until when it asks.
	 *
	 * @var int
	 */
	private $until;

	/**
	 * What went wrong.
	 *
	 * @var Answer|null
	 */
	private $trouble = null;

	/**
	 * Made of what it uses.
	 *
	 * @param Server          $server Whom it asks.
	 * @param callable(): int $clock  Tells the time.
	 */
	public function __construct( Server $server, callable $clock ) {
		$this->server = $server;
		$this->clock  = $clock;
		$this->until  = $clock() + self::ALL_IN_ALL;
	}

	/**
	 * What the server tells only the account itself; nothing when it does not.
	 *
	 * @param string $path Begins with a slash.
	 * @return array<string|int, mixed>|null
	 */
	public function privately( string $path ): ?array {
		return $this->asked( fn ( int $seconds ): Answer => $this->server->ask( 'GET', $path, null, $seconds ) );
	}

	/**
	 * What the server tells everybody; nothing when it does not.
	 *
	 * @param string $path Begins with a slash.
	 * @return array<string|int, mixed>|null
	 */
	public function openly( string $path ): ?array {
		return $this->asked( fn ( int $seconds ): Answer => $this->server->read( $path, $seconds ) );
	}

	/** The server has answered something else than was asked for. */
	public function is_unreadable(): void {
		$this->trouble = new Answer( 502, array( 'detail' => __( 'The server answered something that this plugin cannot read.', 'obolus' ) ) );
	}

	/** What went wrong, in a sentence for people; empty when nothing did. */
	public function sentence(): string {
		if ( null === $this->trouble ) {
			return '';
		}
		return 'insufficient_scope' === $this->trouble->reason()
			? __( 'The token of this site may not see what was received. Make one with the scopes thing and revenue:read, and connect this site with it.', 'obolus' )
			: mb_substr( sanitize_text_field( $this->trouble->sentence() ), 0, 500 );
	}

	/** When it may be asked again: not at once, and not before the server wants it. */
	public function again_at(): int {
		$pause = null === $this->trouble ? 0 : min( HOUR_IN_SECONDS, $this->trouble->retry_after );
		return ( $this->clock )() + max( self::FRESH, $pause );
	}

	/**
	 * Asks, if there is still somebody who answers, and time.
	 *
	 * @param callable( int ): Answer $ask Waits for so many seconds.
	 * @return array<string|int, mixed>|null
	 */
	private function asked( callable $ask ): ?array {
		$left = $this->until - ( $this->clock )();
		if ( null !== $this->trouble ) {
			return null;
		}
		$answer = $left > 0 ? $ask( min( self::EACH, $left ) ) : new Answer( 0, array() );
		if ( $answer->is_ok() ) {
			return $answer->body;
		}
		$this->trouble = $answer;
		return null;
	}
}
