<?php
/**
 * Amounts for people.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Writes amounts, which are whole millionths of the currency, to the cent and rounded down, as the server does. */
final class Money {

	private const MICROS_PER_CENT = 10000;

	/**
	 * An amount as people read it. What is there but less than a cent is not shown as nothing.
	 *
	 * @param int $micros In millionths.
	 */
	public static function shown( int $micros ): string {
		if ( 0 < $micros && $micros < self::MICROS_PER_CENT ) {
			/* translators: %s: one cent, such as €0.01 */
			return sprintf( __( 'under %s', 'obolus' ), self::cents( 1 ) );
		}
		return self::cents( intdiv( $micros, self::MICROS_PER_CENT ) );
	}

	/**
	 * Whole cents. The parts before and after the point are written apart, so that nothing becomes a floating point number.
	 *
	 * @param int $cents How many.
	 */
	private static function cents( int $cents ): string {
		$point  = $GLOBALS['wp_locale']->number_format['decimal_point'] ?? '.';
		$amount = number_format_i18n( intdiv( $cents, 100 ) ) . $point . sprintf( '%02d', $cents % 100 );
		/**
		 * The currency of the server, which does not tell it.
		 *
		 * @param string $code By ISO 4217.
		 */
		$code = apply_filters( 'obolus_currency', 'EUR' );
		if ( 'EUR' === $code || ! is_string( $code ) ) {
			/* translators: %s: an amount of euros; put the sign where your language has it */
			return sprintf( __( '€%s', 'obolus' ), $amount );
		}
		/* translators: 1: an amount, 2: the code of a currency, such as SEK */
		return sprintf( __( '%1$s %2$s', 'obolus' ), $amount, $code );
	}
}
