<?php
/**
 * The chart of the months.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Draws a bar for each month, as tall as its revenue; one that can still change is dashed. A table says the same. */
final class Chart {

	private const STEP   = 72;
	private const BAR    = 44;
	private const TALL   = 110;
	private const GROUND = 138;
	private const HEIGHT = 160;

	/**
	 * Draws it.
	 *
	 * @param Month[] $months The newest first.
	 */
	public static function show( array $months ): void {
		$months = array_reverse( array_values( $months ) );
		$most   = max( 1, ...array_map( static fn ( Month $month ): int => $month->net, $months ) );
		printf(
			'<svg class="obolus-chart" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="obolus-chart-title obolus-chart-desc">'
				. '<title id="obolus-chart-title">%3$s</title><desc id="obolus-chart-desc">%4$s</desc>',
			absint( self::STEP * count( $months ) ),
			absint( self::HEIGHT ),
			esc_html__( 'Revenue by month', 'obolus' ),
			esc_html__( 'One bar for each month, the oldest first. The table after it has the same figures.', 'obolus' )
		);
		foreach ( $months as $place => $month ) {
			self::bar( $month, $place * self::STEP, self::height( $month->net, $most ) );
		}
		printf(
			'<line class="obolus-ground" x1="0" x2="%1$d" y1="%2$d" y2="%2$d"/></svg>',
			absint( self::STEP * count( $months ) ),
			absint( self::GROUND )
		);
	}

	/**
	 * How tall a bar is; what is there can be seen.
	 *
	 * @param int $micros In millionths.
	 * @param int $most   Of the tallest.
	 */
	private static function height( int $micros, int $most ): int {
		// Without a product that could be larger than a whole number can be.
		$share = $most > 1000000000 ? intdiv( $micros, intdiv( $most, 1000000 ) ) : intdiv( $micros * 1000000, $most );
		return 0 === $micros ? 0 : max( 2, intdiv( min( 1000000, $share ) * self::TALL, 1000000 ) );
	}

	/**
	 * One bar, with its amount above and its month below.
	 *
	 * @param Month $month  The month.
	 * @param int   $x      Where its place begins.
	 * @param int   $height How tall.
	 */
	private static function bar( Month $month, int $x, int $height ): void {
		printf(
			'<rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="2"/>',
			esc_attr( $month->is_settled() ? 'obolus-settled' : 'obolus-as-of-now' ),
			absint( $x + intdiv( self::STEP - self::BAR, 2 ) ),
			absint( self::GROUND - $height ),
			absint( self::BAR ),
			absint( $height )
		);
		printf(
			'<text x="%1$d" y="%2$d">%4$s</text><text x="%1$d" y="%3$d">%5$s</text>',
			absint( $x + intdiv( self::STEP, 2 ) ),
			absint( self::GROUND - $height - 6 ),
			absint( self::HEIGHT - 5 ),
			esc_html( Money::shown( $month->net ) ),
			esc_html( $month->title( 'M' ) )
		);
	}
}
