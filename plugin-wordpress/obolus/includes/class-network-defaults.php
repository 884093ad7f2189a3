<?php
/**
 * What holds for the sites of a network that have chosen nothing.
 *
 * @package Obolus
 */

namespace Obolus;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The defaults of a network, kept once for all its sites; uninstalling removes them. */
final class Network_Defaults {

	private const OPTION = 'obolus_defaults';

	/** What is the same for a whole network; which posts there are and in which language differs from site to site. */
	public const NAMES = array( 'server', 'placement', 'front_page', 'layout', 'counts', 'payment_links', 'feed_button', 'podcast_funding' );

	/**
	 * What the network has chosen; null when it has not, and where there is no network.
	 *
	 * @param string $name A setting.
	 * @return mixed
	 */
	public static function get( string $name ) {
		if ( ! is_multisite() || ! in_array( $name, self::NAMES, true ) ) {
			return null;
		}
		$kept = get_site_option( self::OPTION, array() );
		return is_array( $kept ) ? $kept[ $name ] ?? null : null;
	}

	/**
	 * Keeps what was sent; what is empty is not chosen. Whether all of it could be kept: of what could not, what was before stays.
	 *
	 * @param array<string, mixed> $sent By the names of the settings.
	 */
	public static function keep( array $sent ): bool {
		$kept = array();
		$went = true;
		foreach ( self::NAMES as $name ) {
			$written = is_string( $sent[ $name ] ?? null ) ? trim( $sent[ $name ] ) : '';
			$clean   = '' === $written ? '' : call_user_func( Settings::all()[ $name ]['sanitize'], $written );
			if ( '' === $clean && '' !== $written ) {
				$went  = false;
				$clean = self::get( $name ) ?? '';
			}
			if ( '' !== $clean ) {
				$kept[ $name ] = $clean;
			}
		}
		update_site_option( self::OPTION, $kept );
		return $went;
	}
}
