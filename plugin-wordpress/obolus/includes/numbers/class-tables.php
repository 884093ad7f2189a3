<?php
/**
 * The tables of the page.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The months, and the most flattred posts, line by line. */
final class Tables {

	/**
	 * The months.
	 *
	 * @param Month[] $months The newest first.
	 */
	public static function months( array $months ): void {
		self::begin(
			__( 'Revenue by month', 'obolus' ),
			array( __( 'Month (UTC)', 'obolus' ), __( 'State', 'obolus' ) ),
			array( __( 'Flattrs', 'obolus' ), __( 'Revenue', 'obolus' ) )
		);
		foreach ( $months as $month ) {
			printf(
				'<tr><th scope="row">%s</th><td>%s</td><td class="obolus-number">%s</td><td class="obolus-number">%s</td></tr>',
				esc_html( $month->title() ),
				esc_html( Words::state( $month ) ),
				esc_html( number_format_i18n( $month->clicks ) ),
				esc_html( Words::revenue( $month ) )
			);
		}
		echo '</tbody></table>';
	}

	/**
	 * The posts; those that are gone are left out.
	 *
	 * @param array<int, array<string, int>> $posts By Most_Flattred.
	 */
	public static function posts( array $posts ): void {
		self::begin(
			__( 'Most flattred posts', 'obolus' ),
			array( __( 'Post', 'obolus' ) ),
			array( __( 'Flattrs', 'obolus' ), __( 'In all months', 'obolus' ), __( 'Worth as of now, before the fee', 'obolus' ) )
		);
		foreach ( $posts as $row ) {
			if ( null === get_post( $row['post'] ) ) {
				continue;
			}
			printf( '<tr><th scope="row">%s', esc_html( Words::title( $row['post'] ) ) );
			self::links( $row['post'] );
			printf(
				'</th><td class="obolus-number">%s</td><td class="obolus-number">%s</td><td class="obolus-number">%s</td></tr>',
				esc_html( number_format_i18n( $row['clicks'] ) ),
				esc_html( number_format_i18n( $row['in_all'] ) ),
				esc_html( Money::shown( $row['gross'] ) )
			);
		}
		echo '</tbody></table>';
	}

	/**
	 * Where a post is seen and edited, by whoever may.
	 *
	 * @param int $post Its number.
	 */
	private static function links( int $post ): void {
		$title = Words::title( $post );
		$edit  = (string) get_edit_post_link( $post, 'raw' );
		echo '<div class="obolus-links">';
		if ( is_post_publicly_viewable( $post ) ) {
			/* translators: %s: the title of a post */
			printf( '<a href="%s" aria-label="%s">%s</a> ', esc_url( (string) get_permalink( $post ) ), esc_attr( sprintf( __( 'View “%s”', 'obolus' ), $title ) ), esc_html__( 'View', 'obolus' ) );
		}
		if ( '' !== $edit ) {
			/* translators: %s: the title of a post */
			printf( '<a href="%s" aria-label="%s">%s</a>', esc_url( $edit ), esc_attr( sprintf( __( 'Edit “%s”', 'obolus' ), $title ) ), esc_html__( 'Edit', 'obolus' ) );
		}
		echo '</div>';
	}

	/**
	 * Begins a table.
	 *
	 * @param string   $caption For those who do not see the heading above.
	 * @param string[] $words   The heads of the columns with words.
	 * @param string[] $numbers The heads of the columns with numbers, which follow.
	 */
	private static function begin( string $caption, array $words, array $numbers ): void {
		printf( '<table class="widefat striped obolus-table"><caption class="screen-reader-text">%s</caption><thead><tr>', esc_html( $caption ) );
		foreach ( $words as $head ) {
			printf( '<th scope="col">%s</th>', esc_html( $head ) );
		}
		foreach ( $numbers as $head ) {
			printf( '<th scope="col" class="obolus-number">%s</th>', esc_html( $head ) );
		}
		echo '</tr></thead><tbody>';
	}
}
