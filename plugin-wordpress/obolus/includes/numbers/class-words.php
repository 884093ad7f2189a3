<?php
/**
 * What is said about the figures.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Button\Things;
use Obolus\Connection\Gate;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Sentences and names that more than one place shows. */
final class Words {

	/**
	 * A moment in the site's own time.
	 *
	 * @param int $at In seconds since 1970.
	 */
	public static function moment( int $at ): string {
		return (string) wp_date( get_option( 'date_format' ) . ', ' . get_option( 'time_format' ), $at );
	}

	/**
	 * Where a month stands.
	 *
	 * @param Month $month The month.
	 */
	public static function state( Month $month ): string {
		$words = array(
			'open'    => __( 'Open', 'obolus' ),
			'closed'  => __( 'Under review', 'obolus' ),
			'settled' => __( 'Settled', 'obolus' ),
		);
		return $words[ $month->state ];
	}

	/**
	 * What a month has brought, after the fee; what can still change is said to.
	 *
	 * @param Month $month The month.
	 */
	public static function revenue( Month $month ): string {
		$amount = Money::shown( $month->net );
		/* translators: %s: an amount of money */
		return $month->is_settled() ? $amount : sprintf( __( '%s as of now', 'obolus' ), $amount );
	}

	/**
	 * The title of a post as people read it.
	 *
	 * @param int $post Its number.
	 */
	public static function title( int $post ): string {
		$title = Things::plain( get_the_title( $post ) );
		return '' === $title ? __( '(no title)', 'obolus' ) : $title;
	}

	/**
	 * Says that the site is not connected, and to who may change that, where.
	 */
	public static function not_connected(): void {
		printf( '<p>%s', esc_html__( 'This site is not connected to a server, so there are no figures.', 'obolus' ) );
		if ( current_user_can( Gate::MAY ) ) {
			printf( ' <a href="%s">%s</a>', esc_url( Gate::page() ), esc_html__( 'Connect it', 'obolus' ) );
		}
		echo '</p>';
	}

	/**
	 * Says why the figures are not newer.
	 *
	 * @param string $sentence Why; nothing is said when it is empty.
	 */
	public static function trouble( string $sentence ): void {
		if ( '' !== $sentence ) {
			/* translators: %s: a sentence, for example of the server */
			$said = sprintf( __( 'The figures could not be read just now. %s', 'obolus' ), $sentence );
			printf( '<div class="notice notice-warning inline"><p>%s</p></div>', esc_html( $said ) );
		}
	}
}
