<?php
/**
 * What the server says of one of many.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Answer;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What came of one post of a request, noted in its record. */
final class Outcome {

	/**
	 * Registered, registered by somebody who has not proven the site, refused for now, or refused.
	 *
	 * @param Record               $record   Leased.
	 * @param array<string, mixed> $outcome  By the server.
	 * @param string               $digest   Of what was sent.
	 * @param string               $username As whom it was sent; empty when that is not known.
	 */
	public static function note( Record $record, array $outcome, string $digest, string $username ): void {
		$thing = is_array( $outcome['thing'] ?? null ) ? $outcome['thing'] : array();
		if ( ! isset( $thing['id'] ) ) {
			self::note_refusal( $record, is_array( $outcome['problem'] ?? null ) ? $outcome['problem'] : array() );
		} elseif ( self::is_taken( $outcome, $thing, $username ) ) {
			$record->registered( (int) $thing['id'], $digest );
		} elseif ( null === ( $thing['owner'] ?? null ) ) {
			$record->unproven( (int) $thing['id'] );
		} else {
			/* translators: %s: a username */
			$record->refused( sprintf( __( 'At the server this address belongs to %s.', 'obolus' ), sanitize_text_field( $thing['owner'] ) ) );
		}
	}

	/**
	 * Whether the words are ours to write, as the server says: also where the thing is its author's by now. A server that
	 * does not say it knows of no authors, and its owner decides.
	 *
	 * @param array<string, mixed> $outcome  By the server.
	 * @param array<string, mixed> $thing    Of the outcome.
	 * @param string               $username As whom it was sent.
	 */
	private static function is_taken( array $outcome, array $thing, string $username ): bool {
		if ( is_bool( $outcome['owned'] ?? null ) ) {
			return $outcome['owned'];
		}
		if ( ! array_key_exists( 'owner', $thing ) ) {
			return true;
		}
		return is_string( $thing['owner'] ) && ( '' === $username || 0 === strcasecmp( $username, $thing['owner'] ) );
	}

	/**
	 * There is no thing.
	 *
	 * @param Record               $record  Leased.
	 * @param array<string, mixed> $problem Why.
	 */
	private static function note_refusal( Record $record, array $problem ): void {
		$refusal = new Answer( absint( $problem['status'] ?? 0 ), $problem, absint( $problem['retry_after'] ?? 0 ) );
		if ( $refusal->is_worth_repeating() ) {
			$record->later( $refusal->sentence(), $refusal->retry_after );
		} else {
			$record->refused( $refusal->sentence() );
		}
	}
}
