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

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings $settings What the owner has chosen.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/** Whether there is a server and a right to speak to it. */
	public function is_there(): bool {
		return '' !== $this->server() && '' !== $this->token();
	}

	/** The server's address, without a slash at its end; empty without one. */
	public function server(): string {
		return (string) $this->settings->get( 'server' );
	}

	/** The username at the server; empty without a connection. */
	public function username(): string {
		return (string) get_option( 'obolus_username', '' );
	}

	/** A token that is good now; empty without one. */
	public function token(): string {
		return (string) get_option( 'obolus_token', '' );
	}
}
