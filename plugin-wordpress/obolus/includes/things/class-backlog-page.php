<?php
/**
 * The backlog for people and their browsers.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Connection;
use Obolus\Settings_Page;
use WP_Error;
use WP_REST_Request;
use WP_REST_Server;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A section of the settings page with a progress bar, and the route that its script asks. */
final class Backlog_Page {

	private const ROUTE = '/backlog';

	/**
	 * What is done step by step.
	 *
	 * @var Backlog
	 */
	private $backlog;

	/**
	 * To which server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it uses.
	 *
	 * @param Backlog    $backlog    What is done step by step.
	 * @param Connection $connection To which server.
	 */
	public function __construct( Backlog $backlog, Connection $connection ) {
		$this->backlog    = $backlog;
		$this->connection = $connection;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'add_route' ) );
		add_action( 'admin_init', array( $this, 'add_section' ) );
	}

	/** The route: to look how far it is, and to do a step. */
	public function add_route(): void {
		$allowed = static fn (): bool => current_user_can( 'manage_options' );
		$again   = array(
			'type'    => 'boolean',
			'default' => false,
		);
		$look    = array(
			'methods'             => WP_REST_Server::READABLE,
			'callback'            => array( $this, 'look' ),
			'permission_callback' => $allowed,
		);
		$step    = array(
			'methods'             => WP_REST_Server::CREATABLE,
			'callback'            => array( $this, 'step' ),
			'permission_callback' => $allowed,
			'args'                => array( 'again' => $again ),
		);
		register_rest_route( 'obolus/v1', self::ROUTE, array( $look, $step ) );
	}

	/**
	 * How far it is.
	 *
	 * @return array<string, mixed>
	 */
	public function look(): array {
		return $this->backlog->progress() + array( 'is_done' => $this->backlog->is_done() );
	}

	/**
	 * The next posts.
	 *
	 * @param WP_REST_Request $request With again, to begin with the first.
	 * @return array<string, mixed>|WP_Error
	 */
	public function step( WP_REST_Request $request ) {
		if ( ! $this->connection->is_there() ) {
			return new WP_Error( 'obolus_not_connected', __( 'Connect this site to a server first.', 'obolus' ), array( 'status' => 409 ) );
		}
		if ( $request['again'] ) {
			Backlog::forget();
		}
		$went = $this->backlog->step();
		return array( 'went' => $went ) + $this->look();
	}

	/** The section of the settings page. */
	public function add_section(): void {
		add_settings_section( 'obolus_backlog', __( 'Posts that are there already', 'obolus' ), array( $this, 'show' ), Settings_Page::BELOW );
	}

	/** What people see of it. */
	public function show(): void {
		$progress = $this->look();
		$this->load_script();
		printf(
			'<div id="obolus-backlog" data-route="%s" data-nonce="%s" data-again="%s"><p>%s</p>',
			esc_url( rest_url( 'obolus/v1' . self::ROUTE ) ),
			esc_attr( wp_create_nonce( 'wp_rest' ) ),
			esc_attr( $progress['is_done'] ? '1' : '' ),
			esc_html__( 'New posts register themselves. Register those from before here; it can be interrupted and goes on where it was.', 'obolus' )
		);
		printf(
			'<p><progress max="%d" value="%d" aria-labelledby="obolus-backlog-said"></progress> <span id="obolus-backlog-said" role="status">%s</span></p>',
			absint( $progress['all'] ),
			absint( $progress['done'] ),
			/* translators: 1: number of posts, 2: number of posts */
			esc_html( sprintf( __( '%1$d of %2$d posts', 'obolus' ), $progress['done'], $progress['all'] ) )
		);
		printf(
			'<p><button type="button" class="button"%s>%s</button></p></div>',
			disabled( $this->connection->is_there(), false, false ),
			esc_html__( 'Register all posts', 'obolus' )
		);
	}

	/** The script, with the words that it says. */
	private function load_script(): void {
		wp_enqueue_script( 'obolus-backlog', plugins_url( 'assets/backlog.js', \Obolus\FILE ), array(), \Obolus\VERSION, true );
		$words = array(
			/* translators: 1: number of posts, 2: number of posts */
			'progress' => __( '%1$d of %2$d posts', 'obolus' ),
			/* translators: 1: number of posts, 2: number of posts, 3: number of posts */
			'done'     => __( 'Done. Registered: %1$d. Waiting: %2$d. Refused: %3$d.', 'obolus' ),
			'stopped'  => __( 'The server did not take them. They are sent by themselves later; go on here when you like.', 'obolus' ),
			'failed'   => __( 'This did not work. Reload the page and go on.', 'obolus' ),
		);
		wp_add_inline_script( 'obolus-backlog', 'var obolusBacklog = ' . wp_json_encode( $words, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}
}
