<?php
/**
 * What the server has given.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The tokens of this site, sealed, and whose they are. They are good for the server that gave them and the site that got them. */
final class Access {

	private const TOKENS   = 'obolus_token';
	private const USERNAME = 'obolus_username';

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
	 * Made of what it reads.
	 *
	 * @param Settings $settings What the owner has chosen.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
		$this->safe     = new Safe( self::TOKENS );
	}

	/** The server's address, without a slash at its end; empty without one. */
	public function server(): string {
		return (string) $this->settings->get( 'server' );
	}

	/** The username at the server; empty without one. */
	public function username(): string {
		return (string) get_option( self::USERNAME, '' );
	}

	/**
	 * What is good now; empty without anything.
	 *
	 * @return array<string, mixed> Token, and by OAuth: refresh, ends, client_id, client_secret.
	 */
	public function read(): array {
		$server = $this->server();
		$kept   = '' === $server ? array() : $this->safe->read();
		return ( $kept['server'] ?? '' ) === $server && ! $this->is_elsewhere() ? $kept : array();
	}

	/** Whether it was given to a site under another address: this one has moved, or is a copy. */
	public function is_elsewhere(): bool {
		return array() !== $this->safe->read() && ( '' === Site::address() || $this->made_for() !== Site::address() );
	}

	/** The address of the site that got it; empty without one. */
	public function made_for(): string {
		return (string) ( $this->safe->read()['site'] ?? '' );
	}

	/** This site is the one that got it, under a new address. */
	public function move(): void {
		$this->safe->keep( array( 'site' => Site::address() ) + $this->safe->read_again() );
	}

	/**
	 * What is good now, whatever this request has read before.
	 *
	 * @return array<string, mixed>
	 */
	public function read_again(): array {
		$this->safe->read_again();
		return $this->read();
	}

	/** Whether something is there that cannot be read, as after the site's salts have changed. */
	public function is_locked(): bool {
		return $this->safe->is_locked();
	}

	/**
	 * Keeps what the server has given.
	 *
	 * @param array<string, mixed> $given Token, and by OAuth: refresh, ends, client_id, client_secret.
	 */
	public function keep( array $given ): void {
		$here = array(
			'server' => $this->server(),
			'site'   => Site::address(),
		);
		$this->safe->keep( $here + $given );
		Trouble::is_over();
	}

	/**
	 * Keeps whose it is.
	 *
	 * @param string $username At the server.
	 */
	public function is_of( string $username ): void {
		update_option( self::USERNAME, sanitize_text_field( $username ), false );
	}

	/** Forgets tokens, app and name. */
	public function forget(): void {
		$this->safe->forget();
		App_Registration::forget();
		delete_option( self::USERNAME );
		Trouble::is_over();
	}

	/**
	 * The server has ended it.
	 *
	 * @param string $sentence What the server says.
	 */
	public function is_over( string $sentence ): void {
		$this->forget();
		/* translators: %s: a sentence of the server */
		$trouble = __( 'The server has ended the connection: %s Connect this site again. What waits to be registered is kept.', 'obolus' );
		Trouble::is( sprintf( $trouble, sanitize_text_field( $sentence ) ) );
	}
}
