<?php
/**
 * Which site this is.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** This site, by its address: a copy of its database under another address is another site. */
final class Site {

	/** What a browser's address may leave out. */
	private const USUAL_PORTS = array( 80, 443 );

	/**
	 * Host, port and folder, however they are written; empty without a host. It is what WordPress keeps, and not what
	 * home_url() makes of it: plugins for languages change that from page to page.
	 */
	public static function address(): string {
		$home = wp_parse_url( trim( (string) get_option( 'home' ) ) );
		if ( ! is_array( $home ) || ! isset( $home['host'] ) ) {
			return '';
		}
		$port = isset( $home['port'] ) && ! in_array( $home['port'], self::USUAL_PORTS, true ) ? ':' . $home['port'] : '';
		return strtolower( $home['host'] ) . $port . untrailingslashit( $home['path'] ?? '' );
	}

	/** Whether it is what stands at the root of its host, and not in a folder. */
	public static function is_at_root(): bool {
		return false === strpos( self::address(), '/' );
	}
}
