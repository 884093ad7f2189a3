<?php
/**
 * What a test has found.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Connection\Gate;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A result as Site Health shows it. */
final class Finding {

	/**
	 * All is well.
	 *
	 * @param string $test     Its name.
	 * @param string $label    What is so, in a few words.
	 * @param string $sentence More about it.
	 * @return array<string, mixed>
	 */
	public static function good( string $test, string $label, string $sentence ): array {
		return self::of( $test, 'good', $label, $sentence );
	}

	/**
	 * It works, and would work better otherwise.
	 *
	 * @param string $test     Its name.
	 * @param string $label    What is so, in a few words.
	 * @param string $sentence Why, and what to do.
	 * @return array<string, mixed>
	 */
	public static function recommended( string $test, string $label, string $sentence ): array {
		return self::of( $test, 'recommended', $label, $sentence );
	}

	/**
	 * It does not work.
	 *
	 * @param string $test     Its name.
	 * @param string $label    What is so, in a few words.
	 * @param string $sentence Why, and what to do.
	 * @return array<string, mixed>
	 */
	public static function critical( string $test, string $label, string $sentence ): array {
		return self::of( $test, 'critical', $label, $sentence );
	}

	/**
	 * The result. Site Health writes it into its page as it is, so nothing in it may be markup of others.
	 *
	 * @param string $test     Its name.
	 * @param string $status   By Site Health.
	 * @param string $label    What is so, in a few words.
	 * @param string $sentence More about it.
	 * @return array<string, mixed>
	 */
	private static function of( string $test, string $status, string $label, string $sentence ): array {
		$link = '<a href="' . esc_url( Gate::page() ) . '">' . esc_html__( 'Settings of Obolus', 'obolus' ) . '</a>';
		return array(
			'test'        => $test,
			'status'      => $status,
			'label'       => esc_html( $label ),
			'description' => '<p>' . esc_html( $sentence ) . '</p>',
			'actions'     => 'good' === $status ? '' : "<p>$link</p>",
			'badge'       => array(
				'label' => esc_html__( 'Obolus', 'obolus' ),
				'color' => 'blue',
			),
		);
	}
}
