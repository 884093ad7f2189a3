<?php
/**
 * The tests of Site Health.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Counts_Route;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Adds the tests to Tools > Site Health; those that ask somebody run one by one, by routes of their own. */
final class Health {

	private const ROUTE = '/health/';

	/**
	 * Tests that look at this site alone.
	 *
	 * @var Local_Checks
	 */
	private $local;

	/**
	 * Tests that ask somebody.
	 *
	 * @var Remote_Checks
	 */
	private $remote;

	/**
	 * Made of the tests.
	 *
	 * @param Local_Checks  $local  Tests that look at this site alone.
	 * @param Remote_Checks $remote Tests that ask somebody.
	 */
	public function __construct( Local_Checks $local, Remote_Checks $remote ) {
		$this->local  = $local;
		$this->remote = $remote;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'site_status_tests', array( $this, 'add' ) );
		add_action( 'rest_api_init', array( $this, 'add_routes' ) );
	}

	/**
	 * Adds the tests.
	 *
	 * @param mixed $tests Of WordPress and others.
	 * @return mixed
	 */
	public function add( $tests ) {
		if ( ! is_array( $tests ) ) {
			return $tests;
		}
		$tests['direct'] = $this->local->all() + (array) ( $tests['direct'] ?? array() );
		foreach ( $this->remote->labels() as $name => $label ) {
			$tests['async'][ "obolus_$name" ] = array(
				'label'             => $label,
				'test'              => rest_url( Counts_Route::SPACE . self::ROUTE . $name ),
				'has_rest'          => true,
				'async_direct_test' => array( $this->remote, $name ),
			);
		}
		return $tests;
	}

	/** A route for each test that asks somebody, for those whom WordPress lets see Site Health. */
	public function add_routes(): void {
		foreach ( array_keys( $this->remote->labels() ) as $name ) {
			register_rest_route(
				Counts_Route::SPACE,
				self::ROUTE . $name,
				array(
					'methods'             => 'GET',
					'callback'            => array( $this->remote, $name ),
					'permission_callback' => static fn (): bool => current_user_can( 'view_site_health_checks' ),
				)
			);
		}
	}
}
