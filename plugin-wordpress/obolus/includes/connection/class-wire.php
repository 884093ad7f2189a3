<?php
/**
 * The wire to a server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

/** Sends one request and reads the answer; never throws, and never waits for longer than ten seconds. */
final class Wire {

	private const PATIENCE = 10;
	private const LONGEST  = 4194304;

	/**
	 * Sends it.
	 *
	 * @param string                $method  By HTTP, such as POST.
	 * @param string                $url     Of the server.
	 * @param array<string, string> $headers Besides Accept.
	 * @param string|null           $body    As it is sent.
	 */
	public static function send( string $method, string $url, array $headers, ?string $body = null ): Answer {
		$answer = wp_remote_request(
			$url,
			array(
				'method'              => $method,
				'timeout'             => self::PATIENCE,
				'redirection'         => 0,
				'limit_response_size' => self::LONGEST,
				'headers'             => array( 'Accept' => 'application/json' ) + $headers,
				'body'                => $body,
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

	/**
	 * Sends JSON in somebody's name.
	 *
	 * @param string                    $method By HTTP, such as POST.
	 * @param string                    $url    Of the server.
	 * @param string                    $token  In whose name.
	 * @param array<string, mixed>|null $body   What is sent as JSON.
	 */
	public static function ask( string $method, string $url, string $token, ?array $body = null ): Answer {
		$headers = array(
			'Content-Type'  => 'application/json',
			'Authorization' => 'Bearer ' . $token,
		);
		return self::send( $method, $url, $headers, null === $body ? null : (string) wp_json_encode( $body ) );
	}
}
