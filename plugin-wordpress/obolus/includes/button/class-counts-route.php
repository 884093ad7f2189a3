<?php
/**
 * Where the readers' browsers ask for numbers without asking the server.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Connection;
use Obolus\Settings;
use WP_REST_Response;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** GET /obolus/v1/counts?url=…&url=… answers as the server's /counts does, for addresses that its buttons are for. */
final class Counts_Route {

	public const SPACE = 'obolus/v1';

	private const MOST    = 50;
	private const LONGEST = 2000;

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Whether the site is connected.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Who knows the numbers.
	 *
	 * @var Counts
	 */
	private $counts;

	/**
	 * Made of what it uses.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection Whether the site is connected.
	 * @param Counts     $counts     Who knows the numbers.
	 */
	public function __construct( Settings $settings, Connection $connection, Counts $counts ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->counts     = $counts;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'add' ) );
	}

	/** The route, where the owner has chosen it: what it says is public. */
	public function add(): void {
		if ( 'site' === $this->settings->get( 'counts' ) && $this->connection->is_there() ) {
			register_rest_route(
				self::SPACE,
				'/counts',
				array(
					'methods'             => 'GET',
					'callback'            => array( $this, 'answer' ),
					'permission_callback' => '__return_true',
				)
			);
		}
	}

	/** What the numbers are. Everybody may keep it as long as this site does. */
	public function answer(): WP_REST_Response {
		$urls     = $this->asked_for();
		$counts   = array() === $urls ? array() : $this->counts->of( $urls );
		$response = new WP_REST_Response( array( 'counts' => $counts ) );
		$response->header( 'Cache-Control', 'public, max-age=' . MINUTE_IN_SECONDS );
		return $response;
	}

	/**
	 * The addresses that are asked for, the first of them. PHP itself keeps only the last of one name.
	 *
	 * @return string[]
	 */
	private function asked_for(): array {
		// Cleaning it would change the addresses; what is none is left out here, and what is none of this site by Counts.
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- See above: each address is compared with what esc_url_raw() makes of it.
		$query = isset( $_SERVER['QUERY_STRING'] ) ? (string) wp_unslash( $_SERVER['QUERY_STRING'] ) : '';
		$urls  = array();
		foreach ( explode( '&', $query ) as $pair ) {
			$url = 0 === strpos( $pair, 'url=' ) ? urldecode( substr( $pair, 4 ) ) : '';
			if ( '' !== $url && strlen( $url ) <= self::LONGEST && esc_url_raw( $url, array( 'http', 'https' ) ) === $url ) {
				$urls[ $url ] = $url;
			}
		}
		return array_slice( array_values( $urls ), 0, self::MOST );
	}
}
