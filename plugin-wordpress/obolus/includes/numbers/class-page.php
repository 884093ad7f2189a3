<?php
/**
 * The page of the figures.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use const Obolus\FILE;
use const Obolus\VERSION;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Dashboard > Flattrs: this month, the months before it, and the posts that were flattred most. */
final class Page {

	public const SLUG = 'obolus-flattrs';

	/** Where numbers are shown. */
	private const STYLED = array(
		'dashboard_page_' . self::SLUG => Viewer::PAGE,
		'index.php'                    => Viewer::WIDGET,
		'edit.php'                     => Viewer::COLUMN,
	);

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
		add_action( 'admin_menu', array( $this, 'add' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'add_style' ) );
	}

	/** Where it is. */
	public static function address(): string {
		return admin_url( 'index.php?page=' . self::SLUG );
	}

	/** Adds the page to the menu. */
	public function add(): void {
		add_dashboard_page( __( 'Flattrs', 'obolus' ), __( 'Flattrs', 'obolus' ), Viewer::capability( Viewer::PAGE ), self::SLUG, array( $this, 'show' ) );
	}

	/**
	 * How it looks, where numbers are shown to the person who is here.
	 *
	 * @param mixed $where The page of WordPress.
	 */
	public function add_style( $where ): void {
		$what = self::STYLED[ is_string( $where ) ? $where : '' ] ?? '';
		if ( '' !== $what && Viewer::is_here( $what ) ) {
			wp_enqueue_style( 'obolus-numbers', plugins_url( 'assets/numbers.css', FILE ), array(), VERSION );
		}
	}

	/** Shows it, to whoever may see it. */
	public function show(): void {
		if ( ! Viewer::is_here( Viewer::PAGE ) ) {
			return;
		}
		$figures = $this->reading->figures();
		printf( '<div class="wrap obolus-numbers"><h1>%s</h1>', esc_html__( 'Flattrs', 'obolus' ) );
		if ( ! $this->reading->is_connected() ) {
			Words::not_connected();
		}
		Words::trouble( $this->reading->sentence() );
		if ( null !== $figures ) {
			$this->show_figures( $figures );
		}
		echo '</div>';
	}

	/**
	 * Shows what was read.
	 *
	 * @param Figures $figures That were read.
	 */
	private function show_figures( Figures $figures ): void {
		Summary::source( $figures );
		Summary::whole( $figures );
		printf( '<h2>%s</h2><div class="obolus-months"><figure>', esc_html__( 'Revenue by month', 'obolus' ) );
		Chart::show( $figures->months );
		printf( '<figcaption class="description">%s</figcaption></figure>', esc_html__( 'A dashed bar is of a month that is not settled yet: what it is worth as of now.', 'obolus' ) );
		Tables::months( $figures->months );
		echo '</div>';
		if ( $figures->lacking > 0 ) {
			printf( '<p class="description">%s</p>', esc_html__( 'Some older months are not read yet. They follow when you open this page again in a few minutes.', 'obolus' ) );
		}
		$this->show_posts( $figures );
	}

	/**
	 * Shows the posts of the newest month.
	 *
	 * @param Figures $figures That were read.
	 */
	private function show_posts( Figures $figures ): void {
		/* translators: %s: a month, such as November 2026 */
		printf( '<h2>%s</h2>', esc_html( sprintf( __( 'Most flattred posts in %s', 'obolus' ), $figures->now()->title() ) ) );
		if ( array() === $figures->posts ) {
			printf( '<p>%s</p>', esc_html__( 'No post of this site was flattred in this month yet.', 'obolus' ) );
		} else {
			Tables::posts( $figures->posts );
		}
		if ( $figures->others > 0 ) {
			/* translators: %s: a number */
			$sentence = _n( '%s more flattr was for something else: another page, or another site of the same account.', '%s more flattrs were for something else: other pages, or other sites of the same account.', $figures->others, 'obolus' );
			printf( '<p class="description">%s</p>', esc_html( sprintf( $sentence, number_format_i18n( $figures->others ) ) ) );
		}
	}
}
