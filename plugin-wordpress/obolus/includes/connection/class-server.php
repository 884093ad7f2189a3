<?php
/**
 * The way to the server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

/** Asks the connected server, and nobody else. */
final class Server {

	private const PATIENCE = 10;

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
	 * Asks for something; never throws, and never waits for longer than ten seconds.
	 *
	 * @param string                    $method By HTTP, such as POST.
	 * @param string                    $path   Begins with a slash.
	 * @param array<string, mixed>|null $body   What is sent as JSON.
	 */
	public function ask( string $method, string $path, ?array $body = null ): Answer {
		$answer = wp_remote_request(
			$this->connection->server() . $path,
			array(
				'method'      => $method,
				'timeout'     => self::PATIENCE,
				'redirection' => 0,
				'headers'     => array(
					'Accept'        => 'application/json',
					'Content-Type'  => 'application/json',
					'Authorization' => 'Bearer ' . $this->connection->token(),
				),
				'body'        => null === $body ? null : wp_json_encode( $body ),
			)
		);
		if ( is_wp_error( $answer ) ) {
			return new Answer( 0, array() );
		}
		$said = json_decode( wp_remote_retrieve_body( $answer ), true );
		return new Answer(
			(int) wp_remote_retrieve_response_code( $answer ),
			is_array( $said ) ? $said : array(),
			absint( wp_remote_retrieve_header( $answer, 'retry-after' ) )
		);
	}
}
