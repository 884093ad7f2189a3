<?php
/**
 * What a server gives.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Reads the tokens that a server gives (RFC 6749, section 5.1). */
final class Grant {

	/**
	 * What is kept of it; empty when the answer holds no tokens.
	 *
	 * @param Answer               $answer Of the server.
	 * @param array<string, mixed> $app    With client_id and client_secret.
	 * @return array<string, mixed>
	 */
	public static function of( Answer $answer, array $app ): array {
		$token   = $answer->body['access_token'] ?? '';
		$refresh = $answer->body['refresh_token'] ?? '';
		$lasts   = $answer->body['expires_in'] ?? 0;
		if ( ! $answer->is_ok() || ! self::is_token( $token ) || ! self::is_token( $refresh ) ) {
			return array();
		}
		return array(
			'token'         => $token,
			'refresh'       => $refresh,
			'ends'          => is_numeric( $lasts ) && $lasts > 0 ? time() + (int) $lasts : 0,
			'client_id'     => $app['client_id'],
			'client_secret' => $app['client_secret'] ?? '',
		);
	}

	/**
	 * Whether it may stand in a header: visible letters of ASCII, and not endlessly many.
	 *
	 * @param mixed $written What was sent.
	 */
	public static function is_token( $written ): bool {
		return is_string( $written ) && 1 === preg_match( '/\A[\x21-\x7e]{1,2048}\z/', $written );
	}
}
