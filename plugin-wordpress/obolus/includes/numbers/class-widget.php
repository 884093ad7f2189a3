<?php
/**
 * The widget of the dashboard.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The two figures of the newest month and its three most flattred posts, on WordPress's dashboard. */
final class Widget {

	private const ID   = 'obolus_numbers';
	private const MOST = 3;

	/**
	 * Who reads the figures.
	 *
	 * @var Reading
	 */
	private $reading;

	/**
	 * Made of what it shows.
	 *
	 * @param Reading $reading Who reads the figures.
	 */
	public function __construct( Reading $reading ) {
		$this->reading = $reading;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'wp_dashboard_setup', array( $this, 'add' ) );
	}

	/** Adds the widget for whoever may see it. */
	public function add(): void {
		if ( Viewer::is_here( Viewer::WIDGET ) ) {
			wp_add_dashboard_widget( self::ID, __( 'Flattrs', 'obolus' ), array( $this, 'show' ) );
		}
	}

	/** Shows it. */
	public function show(): void {
		$figures = $this->reading->figures();
		if ( ! $this->reading->is_connected() ) {
			Words::not_connected();
		}
		Words::trouble( $this->reading->sentence() );
		if ( null !== $figures ) {
			Summary::in_short( $figures );
			$this->show_posts( array_slice( $figures->posts, 0, self::MOST ) );
			/* translators: %s: a date and time */
			printf( '<p class="description">%s</p>', esc_html( sprintf( __( 'As of %s.', 'obolus' ), Words::moment( $figures->read_at ) ) ) );
		}
		if ( Viewer::is_here( Viewer::PAGE ) ) {
			printf( '<p><a href="%s">%s</a></p>', esc_url( Page::address() ), esc_html__( 'All figures', 'obolus' ) );
		}
	}

	/**
	 * Shows the posts.
	 *
	 * @param array<int, array<string, int>> $posts By Most_Flattred.
	 */
	private function show_posts( array $posts ): void {
		if ( array() === $posts ) {
			return;
		}
		printf( '<h3>%s</h3><ol class="obolus-posts">', esc_html__( 'Most flattred posts', 'obolus' ) );
		foreach ( $posts as $row ) {
			if ( null !== get_post( $row['post'] ) ) {
				/* translators: %s: a number */
				$flattrs = sprintf( _n( '%s flattr', '%s flattrs', $row['clicks'], 'obolus' ), number_format_i18n( $row['clicks'] ) );
				printf( '<li><a href="%s">%s</a> <span>%s</span></li>', esc_url( (string) get_permalink( $row['post'] ) ), esc_html( Words::title( $row['post'] ) ), esc_html( $flattrs ) );
			}
		}
		echo '</ol>';
	}
}
