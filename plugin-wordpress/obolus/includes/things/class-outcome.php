<?php
/**
 * What the server says of one of many.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Answer;

/** What came of one post of a request, noted in its record. */
final class Outcome {

	/**
	 * Registered, registered by somebody who has not proven the site, refused for now, or refused.
	 *
	 * @param Record               $record  Leased.
	 * @param array<string, mixed> $outcome By the server.
	 * @param string               $digest  Of what was sent.
	 */
	public static function note( Record $record, array $outcome, string $digest ): void {
		$thing   = is_array( $outcome['thing'] ?? null ) ? $outcome['thing'] : array();
		$problem = is_array( $outcome['problem'] ?? null ) ? $outcome['problem'] : array();
		$refusal = new Answer( absint( $problem['status'] ?? 0 ), $problem, absint( $problem['retry_after'] ?? 0 ) );
		if ( isset( $thing['id'] ) && array_key_exists( 'owner', $thing ) && null === $thing['owner'] ) {
			$record->unproven( (int) $thing['id'] );
		} elseif ( isset( $thing['id'] ) ) {
			$record->registered( (int) $thing['id'], $digest );
		} elseif ( $refusal->is_worth_repeating() ) {
			$record->later( $refusal->sentence(), $refusal->retry_after );
		} else {
			$record->refused( $refusal->sentence() );
		}
	}
}
