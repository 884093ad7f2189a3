<?php
/**
 * The state of a post in words.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What people read of a record. */
final class Words {

	/**
	 * The name of a state.
	 *
	 * @param string $state One of the states of Records.
	 */
	public static function state( string $state ): string {
		$names = array(
			Records::WAITING    => __( 'Waiting', 'obolus' ),
			Records::REGISTERED => __( 'Registered', 'obolus' ),
			Records::REFUSED    => __( 'Refused', 'obolus' ),
			Records::REMOVING   => __( 'Being taken away', 'obolus' ),
			Records::REMOVED    => __( 'Taken away', 'obolus' ),
		);
		return $names[ $state ] ?? '';
	}

	/**
	 * The state with its sentence.
	 *
	 * @param Record|null $record Or nothing.
	 */
	public static function of( ?Record $record ): string {
		if ( null === $record ) {
			return __( 'Not registered', 'obolus' );
		}
		return self::state( $record->state ) . ( '' === $record->sentence ? '' : ': ' . $record->sentence );
	}
}
