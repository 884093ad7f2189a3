<?php
/**
 * The way to the server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Asks the connected server, and nobody else. */
final class Server {

	/**
	 * To which server and as whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection $connection To which server and as whom.
	 */
	public function __construct( Connection $connection ) {
		$this->connection = $connection;
	}

	/**
	 * Asks for something; never throws. A token that is over is renewed first, with a patience of its own: one that was
	 * renewed without our reading the answer would be spent.
	 *
	 * @param string                    $method  By HTTP, such as POST.
	 * @param string                    $path    Begins with a slash.
	 * @param array<string, mixed>|null $body    What is sent as JSON.
	 * @param int                       $seconds How long each request waits.
	 */
	public function ask( string $method, string $path, ?array $body = null, int $seconds = Wire::PATIENCE ): Answer {
		$server = $this->connection->server();
		$token  = $this->connection->token();
		if ( '' === $token ) {
			return $this->unasked();
		}
		$answer = Wire::ask( $method, $server . $path, $token, $body, $seconds );
		if ( 401 !== $answer->status ) {
			return $answer;
		}
		$next = $this->connection->other_than( $token );
		if ( '' === $next ) {
			return $this->refused( $answer );
		}
		return Wire::ask( $method, $server . $path, $next, $body, $seconds );
	}

	/**
	 * Asks for what everybody may read, without the token: none has to be renewed for it.
	 *
	 * @param string $path    Begins with a slash.
	 * @param int    $seconds How long it waits.
	 */
	public function read( string $path, int $seconds = Wire::PATIENCE ): Answer {
		if ( ! $this->connection->is_there() ) {
			return $this->unasked();
		}
		return Wire::send( 'GET', $this->connection->server() . $path, array(), null, $seconds );
	}

	/** The answer to what could not be asked. */
	private function unasked(): Answer {
		return $this->connection->is_there()
			? new Answer( 0, array() )
			: new Answer( 0, array( 'detail' => __( 'This site is not connected. Connect it under Settings > Obolus.', 'obolus' ) ) );
	}

	/**
	 * The answer to a token that the server does not know and that cannot be renewed.
	 *
	 * @param Answer $answer Of the server.
	 */
	private function refused( Answer $answer ): Answer {
		if ( $this->connection->is_pasted() && 'unauthorized' === $answer->reason() ) {
			$this->connection->is_over( $answer->sentence() );
		}
		return $this->connection->is_pasted() ? $answer : $this->unasked();
	}
}
