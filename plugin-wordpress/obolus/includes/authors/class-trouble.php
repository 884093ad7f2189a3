<?php
/**
 * How it went with the server.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Answer;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Why the server could not be told, when it was last asked, and for how long it is left alone. */
final class Trouble {

	private const FIRST_PAUSE   = MINUTE_IN_SECONDS;
	private const LONGEST_PAUSE = 6 * HOUR_IN_SECONDS;

	/**
	 * Why, in a sentence; empty when all is well.
	 *
	 * @var string
	 */
	public $sentence;

	/**
	 * When the server was last asked, in seconds since 1970.
	 *
	 * @var int
	 */
	public $asked_at;

	/**
	 * How often it went wrong in a row.
	 *
	 * @var int
	 */
	private $attempts;

	/**
	 * Made of what was kept.
	 *
	 * @param array<string, mixed> $kept By to_keep().
	 */
	public function __construct( array $kept ) {
		$this->sentence = is_string( $kept['sentence'] ?? null ) ? $kept['sentence'] : '';
		$this->asked_at = absint( $kept['asked_at'] ?? 0 );
		$this->attempts = absint( $kept['attempts'] ?? 0 );
	}

	/**
	 * What is kept of it.
	 *
	 * @return array<string, mixed>
	 */
	public function to_keep(): array {
		return get_object_vars( $this );
	}

	/**
	 * Whether too many wait for somebody's word, and the same may go well when it is said.
	 *
	 * @param Answer $answer By the server.
	 */
	public static function is_of_places( Answer $answer ): bool {
		return 'too_many_assignments' === $answer->reason();
	}

	/**
	 * Notes how it went; for how many seconds the server is left alone, later and later. What it refuses altogether, because
	 * the site is not proven for example, waits for a day, or until something changes.
	 *
	 * @param Answer|null $answer By which it ended; null when all went well.
	 */
	public function note( ?Answer $answer ): int {
		$this->asked_at = time();
		$this->attempts = null === $answer ? 0 : $this->attempts + 1;
		$this->sentence = null === $answer ? '' : mb_substr( sanitize_text_field( $answer->sentence() ), 0, 500 );
		if ( null !== $answer && self::is_of_places( $answer ) ) {
			return HOUR_IN_SECONDS;
		}
		if ( null === $answer || ! $answer->is_worth_repeating() ) {
			return DAY_IN_SECONDS;
		}
		$pause = (int) min( self::LONGEST_PAUSE, self::FIRST_PAUSE * 2 ** min( $this->attempts - 1, 20 ) );
		return max( min( $answer->retry_after, WEEK_IN_SECONDS ), $pause ) + wp_rand( 0, intdiv( $pause, 2 ) );
	}
}
