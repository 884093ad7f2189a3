<?php
/**
 * The address of a server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

use Obolus\Network_Defaults;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Which addresses a server may have: those of the web by https, and those that never leave this machine. */
final class Address {

	private const SHAPE = '~\A(?<scheme>https?)://(?<user>[^/?#@\s\\\\]*@)?(?<host>[\p{L}\p{N}.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?'
		. '(/[^?#\s\\\\]*)?(?<more>[?#].*)?\z~iu';

	/** This machine, as it calls itself. */
	private const OWN = '~\A(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])\z~i';

	/** Where a site is being developed, servers are too. */
	private const WORKSHOPS = array( 'local', 'development' );

	/**
	 * What is kept of a written address: it has no slash at its end. One that is refused leaves the old one, and says why.
	 *
	 * @param mixed $written What was sent.
	 */
	public static function sanitized( $written ): string {
		$address = self::clean( is_string( $written ) ? $written : '' );
		$refusal = '' === $address ? '' : self::refusal( $address );
		if ( '' === $refusal ) {
			return $address;
		}
		if ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( Gate::PAGE, 'obolus_address', $refusal );
		}
		return (string) get_option( Settings::option( 'server' ), '' );
	}

	/**
	 * As it is kept.
	 *
	 * @param string $written What was sent.
	 */
	public static function clean( string $written ): string {
		return untrailingslashit( trim( $written ) );
	}

	/**
	 * Why it cannot be the address of a server, in a sentence; empty when it can.
	 *
	 * @param string      $written     The address.
	 * @param string|null $environment Of this site, as WordPress calls it.
	 */
	public static function refusal( string $written, ?string $environment = null ): string {
		if ( 1 !== preg_match( self::SHAPE, $written, $parts ) ) {
			return __( 'Write the address of the server, beginning with https://.', 'obolus' );
		}
		if ( '' !== $parts['user'] ) {
			return __( 'Write the address of the server without a name or a password before its host.', 'obolus' );
		}
		if ( '' !== ( $parts['more'] ?? '' ) ) {
			return __( 'Write the address of the server without a ? or a # and what follows it.', 'obolus' );
		}
		if ( self::is_of_this_machine( $written ) && ! self::may_stay_here( $written ) ) {
			/* translators: %s: the address of a server */
			return sprintf( __( '%s was not asked: this address is inside the network of this site, or nobody knows its host.', 'obolus' ), $written );
		}
		$is_private = 'https' === strtolower( $parts['scheme'] ) || 1 === preg_match( self::OWN, $parts['host'] );
		return $is_private || in_array( $environment ?? wp_get_environment_type(), self::WORKSHOPS, true )
			? ''
			: __( 'Write the address of the server with https://. With http:// everybody on the way could read the token.', 'obolus' );
	}

	/**
	 * Whether a server may be on this machine: who runs one site of a network does not run the machine, with all else that
	 * listens there. Those who run the network do, and name it for its sites.
	 *
	 * @param string $written The address.
	 */
	private static function may_stay_here( string $written ): bool {
		return ! is_multisite() || Network_Defaults::get( 'server' ) === $written || current_user_can( 'manage_network_options' );
	}

	/**
	 * Whether WordPress asks nobody there: it is inside the network of this site, or nobody knows its host.
	 *
	 * @param string $url Of a server.
	 */
	public static function is_closed( string $url ): bool {
		return ! self::is_of_this_machine( $url ) && false === wp_http_validate_url( 'https://' . wp_parse_url( $url, PHP_URL_HOST ) . '/' );
	}

	/**
	 * Whether it leads nowhere but to this machine.
	 *
	 * @param string $url Of a server.
	 */
	public static function is_of_this_machine( string $url ): bool {
		return 1 === preg_match( self::OWN, (string) wp_parse_url( $url, PHP_URL_HOST ) );
	}
}
