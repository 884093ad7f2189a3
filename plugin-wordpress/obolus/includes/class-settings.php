<?php
/**
 * Everything that the plugin keeps of what somebody has chosen.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Address;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** All settings of a site: name, type, default, sanitiser. Each is one option, and uninstalling removes every one. */
final class Settings {

	private const PREFIX = 'obolus_';

	/**
	 * What there is, each with its type, what it is without a choice, and how what was sent is made clean.
	 *
	 * @return array<string, array{type: string, default: mixed, sanitize: callable}>
	 */
	public static function all(): array {
		return array(
			'server' => array(
				'type'     => 'string',
				'default'  => '',
				'sanitize' => array( Address::class, 'sanitized' ),
			),
		) + Button\Choices::all() + Things\Choices::all();
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'init', array( $this, 'declare' ) );
	}

	/** Tells WordPress of the settings, so that its forms and routes clean what they are sent. */
	public function declare(): void {
		foreach ( self::all() as $name => $setting ) {
			register_setting(
				'obolus',
				self::option( $name ),
				array(
					'type'              => $setting['type'],
					// A server is kept also where it is that of the network: a connection belongs to it.
					'default'           => 'server' === $name ? $setting['default'] : self::default_of( $name ),
					'sanitize_callback' => $setting['sanitize'],
					'show_in_rest'      => false,
				)
			);
		}
	}

	/**
	 * What was chosen, or what it is without a choice.
	 *
	 * @param string $name One of all().
	 * @return mixed Of the setting's type.
	 */
	public function get( string $name ) {
		return get_option( self::option( $name ), self::default_of( $name ) );
	}

	/**
	 * What a setting is without a choice: as the network has it, or as the plugin has it.
	 *
	 * @param string $name One of all().
	 * @return mixed Of the setting's type.
	 */
	private static function default_of( string $name ) {
		return Network_Defaults::get( $name ) ?? self::all()[ $name ]['default'];
	}

	/**
	 * The option in which a setting is kept.
	 *
	 * @param string $name One of all().
	 */
	public static function option( string $name ): string {
		return self::PREFIX . $name;
	}
}
