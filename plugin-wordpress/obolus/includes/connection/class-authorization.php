<?php
/**
 * Connecting and disconnecting.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.Security.NonceVerification -- Gate::admit() looks at it; who comes back from a server has no nonce, but the state of the question.

/** Connects the site when its owner asks for it: by OAuth with a code and PKCE, or with a token that somebody pastes. */
final class Authorization {

	public const CONNECT    = 'obolus_connect';
	public const DISCONNECT = 'obolus_disconnect';

	/**
	 * The connection.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * The proof of the site, which follows.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * Made of what it changes.
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
		add_action( 'admin_post_' . self::CONNECT, array( $this, 'connect' ) );
		add_action( 'admin_post_' . self::DISCONNECT, array( $this, 'disconnect' ) );
		add_action( 'admin_post_' . App::ACTION_BACK, array( $this, 'come_back' ) );
	}

	/** Keeps the server's address, and leads to it; or looks whether the pasted token is good. */
	public function connect(): void {
		Gate::admit( self::CONNECT );
		if ( $this->connection->is_there() ) {
			Gate::back( __( 'This site is connected already. Disconnect it first.', 'obolus' ) );
		}
		$server  = Address::clean( Gate::text( $_POST, 'server' ) );
		$refusal = Address::refusal( $server );
		if ( '' !== $refusal ) {
			Gate::back( $refusal );
		}
		update_option( Settings::option( 'server' ), $server );
		$token = Gate::text( $_POST, 'token' );
		if ( 'token' === Gate::text( $_POST, 'how' ) ) {
			$this->connect_by( $token );
		}
		$this->ask( $server );
	}

	/** Ends the connection, here in any case. */
	public function disconnect(): void {
		Gate::admit( self::DISCONNECT );
		$server = $this->connection->server();
		if ( $this->connection->end() ) {
			Gate::back( __( 'This site is disconnected. What is registered stays.', 'obolus' ), 'success' );
		}
		/* translators: %s: the address of a page */
		$sentence = __( 'This site is disconnected, but the server was not reached. End the access there, too: %s', 'obolus' );
		Gate::back( sprintf( $sentence, $server . '/dashboard/apps' ), 'warning' );
	}

	/** Takes the code that a person brings back from the server. */
	public function come_back(): void {
		Gate::admit_person();
		$asked = Question::asked();
		$state = Gate::text( $_GET, 'state' );
		if ( '' === $state || ! hash_equals( $asked['state'] ?? '', $state ) ) {
			Gate::back( __( 'This answer does not belong to a question that you have asked here in the last hour. Connect again.', 'obolus' ) );
		}
		Question::forget();
		if ( $asked['server'] !== untrailingslashit( Gate::text( $_GET, 'iss' ) ) || $asked['server'] !== $this->connection->server() ) {
			/* translators: %s: the address of a server */
			Gate::back( sprintf( __( 'This answer does not come from %s, so it was not used. Look whether that is how the server itself writes its address.', 'obolus' ), $asked['server'] ) );
		}
		if ( isset( $_GET['error'] ) ) {
			Gate::back( $this->refusal( Gate::text( $_GET, 'error' ), Gate::text( $_GET, 'error_description' ) ) );
		}
		$this->exchange( $asked, Gate::text( $_GET, 'code' ) );
	}

	/**
	 * Leads the person to the server.
	 *
	 * @param string $server Its address.
	 */
	private function ask( string $server ): void {
		$registered = App_Registration::at( $server );
		if ( ! $registered->is_ok() ) {
			self::give_up( $server, $registered );
		}
		$question = Question::ask( $server, $registered->body );
		$app      = new App( $server, $registered->body );
		// phpcs:ignore WordPress.Security.SafeRedirect.wp_redirect_wp_redirect -- The server is another site, and its owner has just named it.
		wp_redirect( $app->question( $question['state'], $question['verifier'] ) );
		exit;
	}

	/**
	 * Exchanges the code, and looks who that is.
	 *
	 * @param array<string, mixed> $asked What was asked.
	 * @param string               $code  What came back.
	 */
	private function exchange( array $asked, string $code ): void {
		$answer = ( new App( $asked['server'], $asked['app'] ) )->exchange( $code, $asked['verifier'] );
		$access = Grant::of( $answer, $asked['app'] );
		if ( array() === $access ) {
			self::give_up( $asked['server'], $answer );
		}
		$this->connection->keep( $access );
		$this->go_on( Account::of( $asked['server'], $access['token'] ) );
	}

	/**
	 * Keeps a token that the server knows.
	 *
	 * @param string $token What was pasted.
	 */
	private function connect_by( string $token ): void {
		if ( ! Grant::is_token( $token ) ) {
			Gate::back( __( 'That is no token. Make one in the dashboard of the server and copy it here as it is.', 'obolus' ) );
		}
		$answer = Account::of( $this->connection->server(), $token );
		if ( '' === Account::name( $answer ) ) {
			self::give_up( $this->connection->server(), $answer );
		}
		$this->connection->keep( array( 'token' => $token ) );
		$this->go_on( $answer );
	}

	/**
	 * Keeps the name, proves the site, and says so.
	 *
	 * @param Answer $account Of the server, about the account.
	 */
	private function go_on( Answer $account ): void {
		$this->connection->is_of( Account::name( $account ) );
		$this->proof->look();
		/** The site is connected: what has waited can be sent. */
		do_action( 'obolus_connected' );
		Gate::back( $this->connection->sentence(), 'success' );
	}

	/**
	 * Leads back to the settings and says why this answer does not connect.
	 *
	 * @param string $server Its address.
	 * @param Answer $answer Of the server, or none.
	 */
	private static function give_up( string $server, Answer $answer ): void {
		if ( $answer->is_ok() ) {
			Gate::back( __( 'The server answered something that this plugin cannot read.', 'obolus' ) );
		}
		if ( 0 === $answer->status && Address::is_closed( $server ) ) {
			/* translators: %s: the address of a server */
			Gate::back( sprintf( __( '%s was not asked: this address is inside the network of this site, or nobody knows its host.', 'obolus' ), $server ) );
		}
		Gate::back( $answer->sentence() );
	}

	/**
	 * A refusal in a sentence.
	 *
	 * @param string $error       By RFC 6749.
	 * @param string $description What the server says about it.
	 */
	private function refusal( string $error, string $description ): string {
		if ( 'access_denied' === $error ) {
			return __( 'You did not allow it, so nothing is connected.', 'obolus' );
		}
		/* translators: %s: a sentence of the server */
		return sprintf( __( 'The server did not go on: %s', 'obolus' ), '' === $description ? $error : $description );
	}
}
