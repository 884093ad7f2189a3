<?php
/**
 * The page of the settings.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Authorization;
use Obolus\Connection\Connection;
use Obolus\Connection\Gate;
use Obolus\Connection\Proof;
use Obolus\Connection\Proof_Panel;

/** Settings > Obolus: the connection above, and below it the sections that the parts of the plugin add. */
final class Settings_Page {

	/**
	 * The connection.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * The proof of the site.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * Made of what it shows.
	 *
	 * @param Connection $connection The connection.
	 * @param Proof      $proof      The proof of the site.
	 */
	public function __construct( Connection $connection, Proof $proof ) {
		$this->connection = $connection;
		$this->proof      = $proof;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_menu', array( $this, 'add' ) );
		add_filter( 'allowed_options', array( $this, 'without_the_server' ), 20 );
		add_filter( 'pre_update_option_' . Settings::option( 'server' ), array( $this, 'keep_while_connected' ), 10, 2 );
		add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( $this, 'add_link' ) );
	}

	/** Adds the page to the menu. */
	public function add(): void {
		add_options_page( __( 'Obolus', 'obolus' ), __( 'Obolus', 'obolus' ), Gate::MAY, Gate::PAGE, array( $this, 'show' ) );
	}

	/**
	 * The server's address is not in the form of the settings, so saving them must not empty it.
	 *
	 * @param mixed $allowed Options by page.
	 * @return mixed
	 */
	public function without_the_server( $allowed ) {
		if ( is_array( $allowed ) && is_array( $allowed[ Gate::PAGE ] ?? null ) ) {
			$allowed[ Gate::PAGE ] = array_values( array_diff( $allowed[ Gate::PAGE ], array( Settings::option( 'server' ) ) ) );
		}
		return $allowed;
	}

	/**
	 * A connection belongs to one server, whoever wants to change its address.
	 *
	 * @param mixed $wanted The address that somebody wants.
	 * @param mixed $before The address until now.
	 * @return mixed
	 */
	public function keep_while_connected( $wanted, $before ) {
		if ( $wanted === $before || ! $this->connection->is_there() ) {
			return $wanted;
		}
		if ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( Gate::PAGE, 'obolus_connected', __( 'This site is connected to another server. Disconnect it first, then change the address.', 'obolus' ) );
		}
		return $before;
	}

	/**
	 * Adds a link to the page to the list of plugins.
	 *
	 * @param mixed $links What is there.
	 * @return mixed
	 */
	public function add_link( $links ) {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( Gate::page() ), esc_html__( 'Settings', 'obolus' ) );
		return is_array( $links ) ? array_merge( array( $link ), $links ) : $links;
	}

	/** Shows the page. */
	public function show(): void {
		if ( ! current_user_can( Gate::MAY ) ) {
			return;
		}
		echo '<div class="wrap"><h1>' . esc_html__( 'Obolus', 'obolus' ) . '</h1><h2>' . esc_html__( 'Connection', 'obolus' ) . '</h2>';
		if ( $this->connection->is_there() ) {
			$this->show_connection();
		} else {
			$this->ask_to_connect();
		}
		if ( ! empty( $GLOBALS['wp_settings_sections'][ Gate::PAGE ] ) ) {
			echo '<form action="options.php" method="post">';
			settings_fields( Gate::PAGE );
			do_settings_sections( Gate::PAGE );
			submit_button();
			echo '</form>';
		}
		echo '</div>';
	}

	/** Shows to whom the site is connected, and how far its proof is. */
	private function show_connection(): void {
		printf( '<p>%s</p>', esc_html( $this->connection->sentence() ) );
		Gate::begin( Authorization::DISCONNECT );
		submit_button( __( 'Disconnect', 'obolus' ), 'secondary', 'submit', false );
		echo '</form>';
		( new Proof_Panel( $this->proof ) )->show();
	}

	/** Shows how to connect. */
	private function ask_to_connect(): void {
		printf( '<p>%s</p>', esc_html__( 'Nothing is sent anywhere before you connect this site.', 'obolus' ) );
		Gate::begin( Authorization::CONNECT );
		printf(
			'<table class="form-table" role="presentation"><tr><th scope="row"><label for="obolus-server">%s</label></th><td>'
				. '<input type="url" class="regular-text code" id="obolus-server" name="server" value="%s" placeholder="https://" required></td></tr>',
			esc_html__( 'Address of the server', 'obolus' ),
			esc_attr( $this->connection->server() )
		);
		printf(
			'<tr><th scope="row"></th><td><button class="button button-primary" name="how" value="app">%s</button></td></tr>'
				. '<tr><th scope="row"><label for="obolus-token">%s</label></th><td>'
				. '<input type="password" class="regular-text code" id="obolus-token" name="token" autocomplete="off"> '
				. '<button class="button" name="how" value="token">%s</button><p class="description">%s</p></td></tr></table></form>',
			esc_html__( 'Connect', 'obolus' ),
			esc_html__( 'Or a token', 'obolus' ),
			esc_html__( 'Use this token', 'obolus' ),
			esc_html__( 'An API token with the scopes thing and revenue:read, from the dashboard of the server.', 'obolus' )
		);
	}
}
