<?php
/**
 * To which server the site is connected, and as whom.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

use Obolus\Settings;

/** The connection of this site. Before there is one nobody is asked anything. */
final class Connection {

	private const ACCESS   = 'obolus_token';
	private const USERNAME = 'obolus_username';
	private const TROUBLE  = 'obolus_trouble';
	private const LOCK     = 'obolus_renewal_lock';
	private const EARLY    = 60;

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Where the tokens are kept.
	 *
	 * @var Safe
	 */
	private $safe;

	/**
	 * Lets one renew at a time.
	 *
	 * @var Lock
	 */
	private $lock;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings  $settings What the owner has chosen.
	 * @param Lock|null $lock     Lets one renew at a time.
	 */
	public function __construct( Settings $settings, ?Lock $lock = null ) {
		$this->settings = $settings;
		$this->safe     = new Safe( self::ACCESS );
		$this->lock     = $lock ?? new Lock( self::LOCK );
	}

	/** Whether there is a server and a right to speak to it. */
	public function is_there(): bool {
		return array() !== $this->access();
	}

	/** The server's address, without a slash at its end; empty without one. */
	public function server(): string {
		return (string) $this->settings->get( 'server' );
	}

	/** The username at the server; empty without a connection. */
	public function username(): string {
		return (string) get_option( self::USERNAME, '' );
	}

	/** A token that is good now, renewed where its time is up; empty without one. */
	public function token(): string {
		$access = $this->access();
		if ( array() === $access ) {
			return '';
		}
		$ends = $access['ends'] ?? 0;
		if ( 0 === $ends || $ends > time() + self::EARLY ) {
			return $access['token'];
		}
		$next = $this->other_than( $access['token'] );
		return '' === $next && $this->is_there() && $ends > time() ? $access['token'] : $next;
	}

	/**
	 * The token after this one, which is over or was refused: renewed once, however many ask. Empty when there is none.
	 *
	 * @param string $spent The token that is no good any more.
	 */
	public function other_than( string $spent ): string {
		if ( ! $this->lock->take() ) {
			return '';
		}
		try {
			$this->safe->read_again();
			$access = $this->access();
			if ( array() === $access || $access['token'] !== $spent ) {
				return $access['token'] ?? '';
			}
			return $this->renew( $access );
		} finally {
			$this->lock->release();
		}
	}

	/**
	 * Keeps what the server has given.
	 *
	 * @param array<string, mixed> $access Token, and by OAuth: refresh, ends, client_id, client_secret.
	 */
	public function keep( array $access ): void {
		$this->safe->keep( array( 'server' => $this->server() ) + $access );
		delete_option( self::TROUBLE );
	}

	/**
	 * Keeps as whom the site is connected.
	 *
	 * @param string $username At the server.
	 */
	public function is_of( string $username ): void {
		update_option( self::USERNAME, sanitize_text_field( $username ), false );
	}

	/** Ends the connection at the server, where that is possible, and here; false when the server was not told. */
	public function end(): bool {
		$access = $this->access();
		$this->forget();
		if ( ! isset( $access['client_id'] ) ) {
			return true;
		}
		return ( new App( $access['server'], $access ) )->revoke( $access['refresh'] )->is_ok();
	}

	/** Why there is no connection any more, in a sentence; empty when nothing is wrong. */
	public function trouble(): string {
		if ( $this->safe->is_locked() ) {
			return __( 'The secret keys of this site have changed, so what it kept of the connection cannot be read any more. Connect it again.', 'obolus' );
		}
		return (string) get_option( self::TROUBLE, '' );
	}

	/**
	 * The connection is over because the server says so.
	 *
	 * @param string $sentence What the server says.
	 */
	public function is_over( string $sentence ): void {
		$this->forget();
		/* translators: %s: a sentence of the server */
		$trouble = __( 'The server has ended the connection: %s Connect this site again. What waits to be registered is kept.', 'obolus' );
		update_option( self::TROUBLE, sprintf( $trouble, sanitize_text_field( $sentence ) ), false );
	}

	/** Whether the token was pasted by somebody, and so cannot be renewed. */
	public function is_pasted(): bool {
		return $this->is_there() && ! isset( $this->access()['refresh'] );
	}

	/** Forgets tokens, app and name. */
	private function forget(): void {
		$this->safe->forget();
		App::forget();
		delete_option( self::USERNAME );
		delete_option( self::TROUBLE );
	}

	/**
	 * What the server has given, if it is that of now: a token is never shown to another one.
	 *
	 * @return array<string, mixed>
	 */
	private function access(): array {
		$server = $this->server();
		$access = '' === $server ? array() : $this->safe->read();
		return ( $access['server'] ?? '' ) === $server ? $access : array();
	}

	/**
	 * Renews the tokens, with the lock in hand.
	 *
	 * @param array<string, mixed> $access What was kept.
	 */
	private function renew( array $access ): string {
		if ( ! isset( $access['refresh'] ) ) {
			return '';
		}
		ignore_user_abort( true );
		$answer = ( new App( $access['server'], $access ) )->renew( $access['refresh'] );
		$given  = Grant::of( $answer, $access );
		if ( array() !== $given ) {
			$this->keep( $given );
			return $given['token'];
		}
		if ( in_array( $answer->body['error'] ?? '', array( 'invalid_grant', 'invalid_client' ), true ) ) {
			$this->is_over( $answer->sentence() );
		}
		return '';
	}
}
