<?php
/**
 * The connection, on the page of the settings.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Shows to whom the site is connected, or how to connect it. */
final class Panel {

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

	/** Shows it. */
	public function show(): void {
		printf( '<h2>%s</h2>', esc_html__( 'Connection', 'obolus' ) );
		if ( $this->connection->is_there() ) {
			$this->show_connection();
			( new Proof_Panel( $this->proof ) )->show();
		} else {
			printf( '<p>%s</p>', esc_html__( 'Nothing is sent anywhere before you connect this site.', 'obolus' ) );
			Gate::begin( Authorization::CONNECT );
			echo '<table class="form-table" role="presentation">';
			$this->ask_for_the_server();
			$this->ask_for_a_token();
			echo '</table></form>';
		}
	}

	/** Shows to whom the site is connected, and how to end that. */
	private function show_connection(): void {
		printf( '<p>%s</p>', esc_html( $this->connection->sentence() ) );
		Gate::begin( Authorization::DISCONNECT );
		submit_button( __( 'Disconnect', 'obolus' ), 'secondary', 'submit', false );
		echo '</form>';
	}

	/** The address of the server, and the button that leads there. */
	private function ask_for_the_server(): void {
		printf(
			'<tr><th scope="row"><label for="obolus-server">%s</label></th><td>'
				. '<input type="url" class="regular-text code" id="obolus-server" name="server" value="%s" placeholder="https://" required></td></tr>'
				. '<tr><th scope="row"></th><td><button class="button button-primary" name="how" value="app">%s</button></td></tr>',
			esc_html__( 'Address of the server', 'obolus' ),
			esc_attr( $this->connection->server() ),
			esc_html__( 'Connect', 'obolus' )
		);
	}

	/** A token that somebody has made by hand. */
	private function ask_for_a_token(): void {
		printf(
			'<tr><th scope="row"><label for="obolus-token">%s</label></th><td>'
				. '<input type="password" class="regular-text code" id="obolus-token" name="token" autocomplete="off"> '
				. '<button class="button" name="how" value="token">%s</button><p class="description">%s</p></td></tr>',
			esc_html__( 'Or a token', 'obolus' ),
			esc_html__( 'Use this token', 'obolus' ),
			esc_html__( 'An API token with the scopes thing and revenue:read, from the dashboard of the server.', 'obolus' )
		);
	}
}
