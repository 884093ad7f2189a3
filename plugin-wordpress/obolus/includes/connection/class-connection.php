<?php
/**
 * To which server the site is connected, and as whom.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The connection of this site. Before there is one nobody is asked anything. */
final class Connection {

	private const LOCK = 'obolus_renewal_lock';

	/**
	 * What the server has given.
	 *
	 * @var Access
	 */
	private $access;

	/**
	 * What renews it.
	 *
	 * @var Renewal
	 */
	private $renewal;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings  $settings What the owner has chosen.
	 * @param Lock|null $lock     Lets one renew at a time.
	 */
	public function __construct( Settings $settings, ?Lock $lock = null ) {
		$this->access  = new Access( $settings );
		$this->renewal = new Renewal( $this->access, $lock ?? new Lock( self::LOCK ) );
	}

	/** Whether there is a server and a right to speak to it. */
	public function is_there(): bool {
		return array() !== $this->access->read();
	}

	/** The server's address, without a slash at its end; empty without one. */
	public function server(): string {
		return $this->access->server();
	}

	/** The username at the server; empty without a connection. */
	public function username(): string {
		return $this->access->username();
	}

	/** To which server the site is connected, and as whom, in a sentence. */
	public function sentence(): string {
		if ( '' === $this->username() ) {
			/* translators: %s: the address of a server */
			return sprintf( __( 'This site is connected to %s, which has not said yet as whom. It will be asked again.', 'obolus' ), $this->server() );
		}
		/* translators: 1: the address of a server, 2: a username */
		return sprintf( __( 'This site is connected to %1$s as %2$s.', 'obolus' ), $this->server(), $this->username() );
	}

	/** A token that is good now, renewed where its time is up; empty without one. */
	public function token(): string {
		return $this->renewal->token();
	}

	/**
	 * The token after this one, which is over or was refused: renewed once, however many ask. Empty when there is none.
	 *
	 * @param string $spent The token that is no good any more.
	 */
	public function other_than( string $spent ): string {
		return $this->renewal->other_than( $spent );
	}

	/**
	 * Makes the connection of what the server has given.
	 *
	 * @param array<string, mixed> $given Token, and by OAuth: refresh, ends, client_id, client_secret.
	 */
	public function keep( array $given ): void {
		/** A connection to the server that the settings name is about to be made; nothing can be asked there before. */
		do_action( 'obolus_connecting' );
		$this->access->keep( $given );
	}

	/**
	 * Keeps as whom the site is connected.
	 *
	 * @param string $username At the server.
	 */
	public function is_of( string $username ): void {
		$this->access->is_of( $username );
	}

	/** Whether the connection was made by a site under another address: this one has moved, or is a copy. */
	public function is_elsewhere(): bool {
		return $this->access->is_elsewhere();
	}

	/** The address of the site that made the connection; empty without one. */
	public function made_for(): string {
		return $this->access->made_for();
	}

	/** This site is the one that made the connection, under a new address. */
	public function move(): void {
		/** This site has a new address; it is still the same, and so is its server. */
		do_action( 'obolus_moved' );
		$this->access->move();
	}

	/** Forgets the connection here, and leaves it as it is at the server. */
	public function forget(): void {
		$this->access->forget();
	}

	/** Ends the connection at the server, where that is possible, and here; false when the server was not told. */
	public function end(): bool {
		$access = $this->access->read();
		$this->forget();
		if ( ! isset( $access['client_id'] ) ) {
			return true;
		}
		return ( new App( $access['server'], $access ) )->revoke( $access['refresh'] )->is_ok();
	}

	/** Why there is no connection any more, in a sentence; empty when nothing is wrong. */
	public function trouble(): string {
		if ( $this->access->is_locked() ) {
			return __( 'The secret keys of this site have changed, so what it kept of the connection cannot be read any more. Connect it again.', 'obolus' );
		}
		return Trouble::sentence();
	}

	/**
	 * The connection is over because the server says so.
	 *
	 * @param string $sentence What the server says.
	 */
	public function is_over( string $sentence ): void {
		$this->access->is_over( $sentence );
	}

	/** Whether the token was pasted by somebody, and so cannot be renewed. */
	public function is_pasted(): bool {
		return $this->is_there() && ! isset( $this->access->read()['refresh'] );
	}
}
