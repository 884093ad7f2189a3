<?php
/**
 * The state in the list of posts.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A column in the list of posts, and the link with which a refused one is tried again. */
final class Posts_Column {

	private const ACTION = 'obolus_again';
	private const STYLE  = 'obolus-column';

	/**
	 * The rule.
	 *
	 * @var Chosen
	 */
	private $chosen;

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Whom a new try is left to.
	 *
	 * @var Registration
	 */
	private $registration;

	/**
	 * Made of what it uses.
	 *
	 * @param Chosen       $chosen       The rule.
	 * @param Records      $records      The rows.
	 * @param Registration $registration Whom a new try is left to.
	 */
	public function __construct( Chosen $chosen, Records $records, Registration $registration ) {
		$this->chosen       = $chosen;
		$this->records      = $records;
		$this->registration = $registration;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_init', array( $this, 'add' ) );
		add_action( 'admin_post_' . self::ACTION, array( $this, 'try_again' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'add_style' ) );
	}

	/**
	 * Keeps it narrow in the list of posts: WordPress gives what has no width as much as the titles.
	 *
	 * @param mixed $where The page of WordPress.
	 */
	public function add_style( $where ): void {
		if ( 'edit.php' === $where ) {
			wp_register_style( self::STYLE, false, array(), \Obolus\VERSION );
			wp_add_inline_style( self::STYLE, '.fixed .column-obolus{width:5.5em}' );
			wp_enqueue_style( self::STYLE );
		}
	}

	/** The column, for posts of the chosen types. */
	public function add(): void {
		foreach ( $this->chosen->types() as $type ) {
			add_filter( "manage_{$type}_posts_columns", array( $this, 'head' ) );
			add_action( "manage_{$type}_posts_custom_column", array( $this, 'show' ), 10, 2 );
		}
	}

	/**
	 * Its head.
	 *
	 * @param mixed $columns By WordPress.
	 * @return array<string, string>
	 */
	public function head( $columns ): array {
		return array_merge( (array) $columns, array( 'obolus' => __( 'Obolus', 'obolus' ) ) );
	}

	/**
	 * The state of a post.
	 *
	 * @param mixed $column Which one.
	 * @param mixed $post   Its number.
	 */
	public function show( $column, $post ): void {
		$record = 'obolus' === $column ? $this->records->find( (int) $post ) : null;
		if ( null === $record ) {
			return;
		}
		printf( '<span title="%s">%s</span>', esc_attr( $record->sentence ), esc_html( Words::state( $record->state ) ) );
		if ( Records::REFUSED === $record->state && current_user_can( 'edit_post', (int) $post ) ) {
			printf( '<br><small>%s</small>', esc_html( $record->sentence ) );
			printf( '<br><a href="%s">%s</a>', esc_url( $this->link( (int) $post ) ), esc_html__( 'Try again', 'obolus' ) );
		}
	}

	/** Marks a refused post as due, for somebody who may edit it. */
	public function try_again(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- The number is part of the nonce's name.
		$post = absint( $_GET['post'] ?? 0 );
		check_admin_referer( self::ACTION . $post );
		if ( ! current_user_can( 'edit_post', $post ) ) {
			wp_die( esc_html__( 'You may not edit this post.', 'obolus' ), '', array( 'response' => 403 ) );
		}
		$this->registration->changed( $post );
		$from = wp_get_referer();
		wp_safe_redirect( false === $from ? admin_url( 'edit.php' ) : $from );
		exit;
	}

	/**
	 * Where a post is tried again.
	 *
	 * @param int $post Its number.
	 */
	private function link( int $post ): string {
		return wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION . "&post=$post" ), self::ACTION . $post );
	}
}
