<?php
/**
 * The figures in short.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The flattrs of the newest month, what they are worth as of now, and the revenue. */
final class Summary {

	/**
	 * Shows the first two.
	 *
	 * @param Figures $figures That were read.
	 */
	public static function in_short( Figures $figures ): void {
		echo '<dl class="obolus-figures">';
		self::month( $figures->now() );
		echo '</dl>';
	}

	/**
	 * Shows all three.
	 *
	 * @param Figures $figures That were read.
	 */
	public static function whole( Figures $figures ): void {
		echo '<dl class="obolus-figures">';
		self::month( $figures->now() );
		self::figure(
			__( 'Revenue', 'obolus' ),
			Money::shown( $figures->balance ),
			__( 'Received, less the fees, and neither paid out nor turned into funds yet.', 'obolus' )
		);
		echo '</dl>';
	}

	/**
	 * When they were read, and whose they are.
	 *
	 * @param Figures $figures That were read.
	 */
	public static function source( Figures $figures ): void {
		list( $server, $username ) = $figures->whom;
		/* translators: 1: a date and time, 2: a username, 3: the address of a server */
		$sentence = __( 'As of %1$s: what %2$s receives at %3$s, on this site and elsewhere.', 'obolus' );
		printf( '<p>%s</p>', esc_html( sprintf( $sentence, Words::moment( $figures->read_at ), $username, $server ) ) );
	}

	/**
	 * The two figures of a month.
	 *
	 * @param Month $month The newest.
	 */
	private static function month( Month $month ): void {
		/* translators: %s: a month, such as November 2026 */
		self::figure( sprintf( __( 'Flattrs in %s', 'obolus' ), $month->title() ), number_format_i18n( $month->clicks ), '' );
		self::figure(
			__( 'Worth as of now', 'obolus' ),
			Money::shown( $month->net ),
			/* translators: 1: an amount of money, 2: an amount of money */
			sprintf( __( '%1$s less the fee of %2$s, if the month ended now.', 'obolus' ), Money::shown( $month->gross ), Money::shown( $month->fee ) )
		);
	}

	/**
	 * One figure.
	 *
	 * @param string $name  What it is.
	 * @param string $value How much.
	 * @param string $note  What to know about it.
	 */
	private static function figure( string $name, string $value, string $note ): void {
		printf( '<div><dt>%s</dt><dd class="obolus-figure">%s</dd>', esc_html( $name ), esc_html( $value ) );
		if ( '' !== $note ) {
			printf( '<dd class="description">%s</dd>', esc_html( $note ) );
		}
		echo '</div>';
	}
}
