<?php
/**
 * How the server comes to know this site.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Registers this site as an app of the server (RFC 7591), and remembers that for a while. */
final class App_Registration {

	private const OPTION  = 'obolus_app';
	private const LONGEST = 60;
	private const FRESH   = DAY_IN_SECONDS;

	/**
	 * Registers this site, unless that was done a moment ago: a server forgets apps that nobody has allowed anything.
	 *
	 * @param string $server The server's address.
	 * @return Answer With client_id, and client_secret if there is one.
	 */
	public static function at( string $server ): Answer {
		$known = ( new Safe( self::OPTION ) )->read();
		$same  = array( $server, App::way_back() ) === array( $known['server'] ?? '', $known['way_back'] ?? '' );
		return $same && $known['at'] > time() - self::FRESH ? new Answer( 200, $known ) : self::keep( $server, self::ask( $server ) );
	}

	/** Forgets the app of this site. */
	public static function forget(): void {
		( new Safe( self::OPTION ) )->forget();
	}

	/**
	 * Keeps what the server has answered.
	 *
	 * @param string $server The server's address.
	 * @param Answer $answer Of the server.
	 */
	private static function keep( string $server, Answer $answer ): Answer {
		$id     = $answer->body['client_id'] ?? '';
		$secret = $answer->body['client_secret'] ?? '';
		if ( ! $answer->is_ok() ) {
			return $answer;
		}
		if ( ! is_string( $id ) || '' === $id || ! is_string( $secret ) ) {
			return new Answer( 502, array( 'detail' => __( 'The server answered something that this plugin cannot read.', 'obolus' ) ) );
		}
		$known = array(
			'server'        => $server,
			'way_back'      => App::way_back(),
			'at'            => time(),
			'client_id'     => $id,
			'client_secret' => $secret,
		);
		( new Safe( self::OPTION ) )->keep( $known );
		return new Answer( 200, $known );
	}

	/**
	 * Asks a server to know this site as an app.
	 *
	 * @param string $server The server's address.
	 */
	private static function ask( string $server ): Answer {
		$name = trim( preg_replace( '/[\p{C}\p{Zl}\p{Zp}]+/u', ' ', wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) ) ?? '' );
		$host = (string) wp_parse_url( home_url(), PHP_URL_HOST );
		$wish = array(
			'client_name'   => mb_substr( '' === $name ? $host : $name, 0, self::LONGEST ),
			'redirect_uris' => array( App::way_back() ),
			'grant_types'   => array( 'authorization_code', 'refresh_token' ),
		);
		return Wire::send( 'POST', $server . '/oauth/register', array( 'Content-Type' => 'application/json' ), (string) wp_json_encode( $wish ) );
	}
}
