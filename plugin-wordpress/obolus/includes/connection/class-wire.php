<?php
/**
 * The wire to a server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Sends one request and reads the answer; never throws, is not led elsewhere, and waits for ten seconds unless told otherwise. */
final class Wire {

	/** How many seconds it waits. */
	public const PATIENCE = 10;

	private const LONGEST = 4194304;

	/**
	 * Sends it.
	 *
	 * @param string                $method  By HTTP, such as POST.
	 * @param string                $url     Of the server.
	 * @param array<string, string> $headers Besides Accept.
	 * @param string|null           $body    As it is sent.
	 * @param int                   $seconds How long it waits.
	 */
	public static function send( string $method, string $url, array $headers, ?string $body = null, int $seconds = self::PATIENCE ): Answer {
		$request = array(
			'method'              => $method,
			'timeout'             => $seconds,
			'redirection'         => 0,
			'limit_response_size' => self::LONGEST,
			'headers'             => array( 'Accept' => 'application/json' ) + $headers,
			'body'                => $body,
		);
		return self::read( Address::is_of_this_machine( $url ) ? wp_remote_request( $url, $request ) : self::outside( $url, $request ) );
	}

	/**
	 * Sends JSON in somebody's name.
	 *
	 * @param string                    $method  By HTTP, such as POST.
	 * @param string                    $url     Of the server.
	 * @param string                    $token   In whose name.
	 * @param array<string, mixed>|null $body    What is sent as JSON.
	 * @param int                       $seconds How long it waits.
	 */
	public static function ask( string $method, string $url, string $token, ?array $body = null, int $seconds = self::PATIENCE ): Answer {
		$headers = array(
			'Content-Type'  => 'application/json',
			'Authorization' => 'Bearer ' . $token,
		);
		return self::send( $method, $url, $headers, null === $body ? null : (string) wp_json_encode( $body ), $seconds );
	}

	/**
	 * Sends it to a server out there, on whatever port, and never into the network in which this site stands.
	 *
	 * @param string               $url     Of the server.
	 * @param array<string, mixed> $request By WordPress.
	 * @return array|\WP_Error
	 */
	private static function outside( string $url, array $request ) {
		$port     = wp_parse_url( $url, PHP_URL_PORT );
		$with_its = static fn ( $ports ): array => array_merge( (array) $ports, array( $port ) );
		add_filter( 'http_allowed_safe_ports', $with_its );
		try {
			return wp_safe_remote_request( $url, $request );
		} finally {
			remove_filter( 'http_allowed_safe_ports', $with_its );
		}
	}

	/**
	 * Reads what came back.
	 *
	 * @param array|\WP_Error $answer By WordPress.
	 */
	private static function read( $answer ): Answer {
		if ( is_wp_error( $answer ) ) {
			return new Answer( 0, array() );
		}
		$said = json_decode( wp_remote_retrieve_body( $answer ), true );
		return new Answer(
			(int) wp_remote_retrieve_response_code( $answer ),
			is_array( $said ) ? $said : array(),
			absint( wp_remote_retrieve_header( $answer, 'retry-after' ) ),
			self::next( implode( ', ', (array) wp_remote_retrieve_header( $answer, 'link' ) ) )
		);
	}

	/**
	 * The query of the next part of a list. Its host and path are left alone: the same server is asked for the same list.
	 *
	 * @param string $links By RFC 8288.
	 */
	private static function next( string $links ): string {
		return preg_match( '/<[^>?]*\?([^>#]+)>;\s*rel="next"/', $links, $found ) ? $found[1] : '';
	}
}
