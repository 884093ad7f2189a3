<?php
/**
 * This site as an app of the server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The app that this site is at the server, and what it asks as that app. */
final class App {

	public const SCOPES      = 'thing revenue:read';
	public const ACTION_BACK = 'obolus_connected';

	/**
	 * The server's address.
	 *
	 * @var string
	 */
	private $server;

	/**
	 * Its id and secret.
	 *
	 * @var array<string, mixed>
	 */
	private $known;

	/**
	 * Made of the parts.
	 *
	 * @param string               $server The server's address.
	 * @param array<string, mixed> $known  With client_id, and client_secret if there is one.
	 */
	public function __construct( string $server, array $known ) {
		$this->server = $server;
		$this->known  = $known;
	}

	/** Where people are sent back to. */
	public static function way_back(): string {
		return admin_url( 'admin-post.php?action=' . self::ACTION_BACK );
	}

	/**
	 * Where a person is asked.
	 *
	 * @param string $state    By which the way back is known.
	 * @param string $verifier Of which the challenge is made (RFC 7636).
	 */
	public function question( string $state, string $verifier ): string {
		$challenge = sodium_bin2base64( hash( 'sha256', $verifier, true ), SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING );
		return $this->server . '/oauth/authorize?' . self::form(
			array(
				'response_type'         => 'code',
				'client_id'             => $this->known['client_id'],
				'redirect_uri'          => self::way_back(),
				'scope'                 => self::SCOPES,
				'state'                 => $state,
				'code_challenge'        => $challenge,
				'code_challenge_method' => 'S256',
			)
		);
	}

	/**
	 * Exchanges a code.
	 *
	 * @param string $code     That came back.
	 * @param string $verifier Of the same question.
	 */
	public function exchange( string $code, string $verifier ): Answer {
		return $this->ask(
			'token',
			array(
				'grant_type'    => 'authorization_code',
				'code'          => $code,
				'redirect_uri'  => self::way_back(),
				'code_verifier' => $verifier,
			)
		);
	}

	/**
	 * Renews the tokens; this refresh token is good once.
	 *
	 * @param string $refresh The refresh token.
	 */
	public function renew( string $refresh ): Answer {
		return $this->ask(
			'token',
			array(
				'grant_type'    => 'refresh_token',
				'refresh_token' => $refresh,
			)
		);
	}

	/**
	 * Ends both tokens.
	 *
	 * @param string $token Either of the two.
	 */
	public function revoke( string $token ): Answer {
		return $this->ask( 'revoke', array( 'token' => $token ) );
	}

	/**
	 * Sends a form as this app.
	 *
	 * @param string                $what   Under /oauth.
	 * @param array<string, string> $fields The form.
	 */
	private function ask( string $what, array $fields ): Answer {
		$headers = array( 'Content-Type' => 'application/x-www-form-urlencoded' );
		$id      = (string) $this->known['client_id'];
		$secret  = (string) ( $this->known['client_secret'] ?? '' );
		if ( '' === $secret ) {
			$fields['client_id'] = $id;
		} else {
			$headers['Authorization'] = 'Basic ' . sodium_bin2base64( rawurlencode( $id ) . ':' . rawurlencode( $secret ), SODIUM_BASE64_VARIANT_ORIGINAL );
		}
		return Wire::send( 'POST', "$this->server/oauth/$what", $headers, self::form( $fields ) );
	}

	/**
	 * Fields as forms send them.
	 *
	 * @param array<string, mixed> $fields The form.
	 */
	private static function form( array $fields ): string {
		return http_build_query( $fields, '', '&', PHP_QUERY_RFC3986 );
	}
}
