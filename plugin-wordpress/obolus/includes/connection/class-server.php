<?php
/**
 * The way to the server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

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
	 * Asks for something; never throws. Each request waits for at most ten seconds; a token that is over is renewed first.
	 *
	 * @param string                    $method By HTTP, such as POST.
	 * @param string                    $path   Begins with a slash.
	 * @param array<string, mixed>|null $body   What is sent as JSON.
	 */
	public function ask( string $method, string $path, ?array $body = null ): Answer {
		$server = $this->connection->server();
		$token  = $this->connection->token();
		if ( '' === $token ) {
			return $this->unasked();
		}
		$answer = Wire::ask( $method, $server . $path, $token, $body );
		if ( 401 !== $answer->status ) {
			return $answer;
		}
		$next = $this->connection->other_than( $token );
		if ( '' === $next ) {
			return $this->refused( $answer );
		}
		return Wire::ask( $method, $server . $path, $next, $body );
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
