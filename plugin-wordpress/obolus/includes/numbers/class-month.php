<?php
/**
 * One month of the account.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use DateTimeZone;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What the account has received in a month; all amounts are whole millionths of the currency. */
final class Month {

	private const STATES  = array( 'open', 'closed', 'settled' );
	private const NUMBERS = array( 'clicks', 'gross', 'fee', 'net', 'read_at' );

	/**
	 * Such as 2026-11.
	 *
	 * @var string
	 */
	public $name;

	/**
	 * Open, closed (under review) or settled.
	 *
	 * @var string
	 */
	public $state;

	/**
	 * How many flattrs.
	 *
	 * @var int
	 */
	public $clicks;

	/**
	 * Before the fee.
	 *
	 * @var int
	 */
	public $gross;

	/**
	 * The fee.
	 *
	 * @var int
	 */
	public $fee;

	/**
	 * What is left of it.
	 *
	 * @var int
	 */
	public $net;

	/**
	 * When the server said so, in seconds since 1970.
	 *
	 * @var int
	 */
	public $read_at;

	/** Made by of() and kept(). */
	private function __construct() {
	}

	/**
	 * Made of the server's statement; nothing when it cannot be read. What claims have paid later belongs to the month, too.
	 *
	 * @param array<string, mixed> $statement By the server.
	 * @param int                  $now       In seconds since 1970.
	 */
	public static function of( array $statement, int $now ): ?self {
		if ( ! is_array( $statement['things'] ?? null ) ) {
			return null;
		}
		$paid  = array_merge( array( $statement ), self::rows( $statement, 'claims' ) );
		$given = array_merge( self::rows( $statement, 'things' ), self::rows( $statement, 'claimed' ) );
		return self::kept(
			array(
				'name'    => $statement['month'] ?? '',
				'state'   => $statement['state'] ?? '',
				'clicks'  => self::sum( $given, 'clicks' ),
				'gross'   => self::sum( $paid, 'gross_micros' ),
				'fee'     => self::sum( $paid, 'fee_micros' ),
				'net'     => self::sum( $paid, 'net_micros' ),
				'read_at' => $now,
			)
		);
	}

	/**
	 * Made of what was kept; nothing when it is none.
	 *
	 * @param mixed $kept By to_keep().
	 */
	public static function kept( $kept ): ?self {
		$kept = is_array( $kept ) ? $kept : array();
		if ( ! self::is_name( $kept['name'] ?? null ) || ! in_array( $kept['state'] ?? null, self::STATES, true ) ) {
			return null;
		}
		foreach ( self::NUMBERS as $number ) {
			if ( ! is_int( $kept[ $number ] ?? null ) || $kept[ $number ] < 0 ) {
				return null;
			}
		}
		$month = new self();
		foreach ( array_merge( array( 'name', 'state' ), self::NUMBERS ) as $part ) {
			$month->$part = $kept[ $part ];
		}
		return $month;
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
	 * Whether this is how months are called.
	 *
	 * @param mixed $name By the server.
	 */
	public static function is_name( $name ): bool {
		return is_string( $name ) && 1 === preg_match( '/\A\d{4}-(?:0[1-9]|1[0-2])\z/', $name );
	}

	/** Whether its figures stay as they are, but for what is claimed later. */
	public function is_settled(): bool {
		return 'settled' === $this->state;
	}

	/**
	 * Its name for people, such as November 2026.
	 *
	 * @param string $format By PHP.
	 */
	public function title( string $format = 'F Y' ): string {
		$utc = new DateTimeZone( 'UTC' );
		return (string) wp_date( $format, (int) strtotime( $this->name . '-01 00:00:00 UTC' ), $utc );
	}

	/**
	 * The entries of a list of the statement.
	 *
	 * @param array<string, mixed> $statement By the server.
	 * @param string               $name      Of the list.
	 * @return array<int, array<string, mixed>>
	 */
	private static function rows( array $statement, string $name ): array {
		$list = $statement[ $name ] ?? array();
		return array_values( array_filter( is_array( $list ) ? $list : array(), 'is_array' ) );
	}

	/**
	 * The sum of a part of each; nothing when one of them lacks it.
	 *
	 * @param array<int, array<string, mixed>> $rows Of a list.
	 * @param string                           $name Of the part.
	 */
	private static function sum( array $rows, string $name ): ?int {
		$numbers = array_filter( array_column( $rows, $name ), static fn ( $number ): bool => is_int( $number ) && $number >= 0 );
		return count( $numbers ) === count( $rows ) ? (int) array_sum( $numbers ) : null;
	}
}
