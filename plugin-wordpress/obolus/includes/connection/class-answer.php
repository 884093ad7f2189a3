<?php
/**
 * What a server has answered.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** An answer of the server, or that there was none. */
final class Answer {

	/**
	 * The status by HTTP; 0 when nothing came back.
	 *
	 * @var int
	 */
	public $status;

	/**
	 * What it says, read from JSON.
	 *
	 * @var array<string|int, mixed>
	 */
	public $body;

	/**
	 * In how many seconds the server wants to be asked again; 0 when it does not say.
	 *
	 * @var int
	 */
	public $retry_after;

	/**
	 * With which query the next part of a list is asked for; empty where there is none.
	 *
	 * @var string
	 */
	public $next;

	/**
	 * Made of the parts.
	 *
	 * @param int                      $status      By HTTP, or 0.
	 * @param array<string|int, mixed> $body        Read from JSON.
	 * @param int                      $retry_after In seconds, or 0.
	 * @param string                   $next        A query, or empty.
	 */
	public function __construct( int $status, array $body, int $retry_after = 0, string $next = '' ) {
		$this->status      = $status;
		$this->body        = $body;
		$this->retry_after = $retry_after;
		$this->next        = $next;
	}

	/** Whether it was done. */
	public function is_ok(): bool {
		return $this->status >= 200 && $this->status < 300;
	}

	/** Whether the same may go well later: no answer, too many at once, or the server's own trouble. */
	public function is_worth_repeating(): bool {
		return 0 === $this->status || 408 === $this->status || 429 === $this->status || $this->status >= 500;
	}

	/** The name of the reason of a refusal (RFC 9457, type), such as "not_owner"; empty without one. */
	public function reason(): string {
		$type = $this->body['type'] ?? '';
		return is_string( $type ) ? basename( $type ) : '';
	}

	/** Why it was not done, in a sentence for people. */
	public function sentence(): string {
		$detail = $this->body['detail'] ?? $this->body['error_description'] ?? '';
		if ( is_string( $detail ) && '' !== $detail ) {
			return $detail;
		}
		return 0 === $this->status
			? __( 'The server did not answer.', 'obolus' )
			/* translators: %d: a status by HTTP, such as 500 */
			: sprintf( __( 'The server answered with the status %d.', 'obolus' ), $this->status );
	}
}
