<?php
/**
 * What is known of the account.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The figures of an account as they were at one moment. */
final class Figures {

	/**
	 * Of whom, and where: a server's address and a username.
	 *
	 * @var string[]
	 */
	public $whom;

	/**
	 * When the server said so, in seconds since 1970.
	 *
	 * @var int
	 */
	public $read_at;

	/**
	 * The revenue that is there now, in millionths.
	 *
	 * @var int
	 */
	public $balance;

	/**
	 * The newest first; there is at least one.
	 *
	 * @var Month[]
	 */
	public $months;

	/**
	 * How many older months are still to be read.
	 *
	 * @var int
	 */
	public $lacking;

	/**
	 * The most flattred posts of the newest month: post, clicks, gross, in_all.
	 *
	 * @var array<int, array<string, int>>
	 */
	public $posts;

	/**
	 * How many flattrs of that month were not for posts of this site.
	 *
	 * @var int
	 */
	public $others;

	/** Made by kept(). */
	private function __construct() {
	}

	/**
	 * Made of what was kept; nothing when it is none.
	 *
	 * @param mixed $kept By to_keep().
	 */
	public static function kept( $kept ): ?self {
		$kept = is_array( $kept ) ? $kept : array();
		foreach ( array( 'read_at', 'balance', 'lacking', 'others' ) as $number ) {
			if ( ! is_int( $kept[ $number ] ?? null ) || $kept[ $number ] < 0 ) {
				return null;
			}
		}
		$months = array_map( array( Month::class, 'kept' ), array_values( (array) ( $kept['months'] ?? array() ) ) );
		$whom   = array_filter( (array) ( $kept['whom'] ?? array() ), 'is_string' );
		if ( 2 !== count( $whom ) || array() === $months || in_array( null, $months, true ) ) {
			return null;
		}
		$figures          = new self();
		$figures->whom    = array_values( $whom );
		$figures->read_at = $kept['read_at'];
		$figures->balance = $kept['balance'];
		$figures->months  = $months;
		$figures->lacking = $kept['lacking'];
		$figures->posts   = Most_Flattred::kept( $kept['posts'] ?? null );
		$figures->others  = $kept['others'];
		return $figures;
	}

	/**
	 * What is kept of it.
	 *
	 * @return array<string, mixed>
	 */
	public function to_keep(): array {
		$months = array_map( static fn ( Month $month ): array => $month->to_keep(), $this->months );
		return array( 'months' => $months ) + get_object_vars( $this );
	}

	/** The newest month. */
	public function now(): Month {
		return $this->months[0];
	}

	/**
	 * A month by its name; nothing when it was not read.
	 *
	 * @param string $name Such as 2026-11.
	 */
	public function month( string $name ): ?Month {
		foreach ( $this->months as $month ) {
			if ( $name === $month->name ) {
				return $month;
			}
		}
		return null;
	}
}
