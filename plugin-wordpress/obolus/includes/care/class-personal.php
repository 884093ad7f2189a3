<?php
/**
 * What is kept about a person of this site.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Authors\Author_Settings;
use Obolus\Connection\Connection;
use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Knows everything that the plugin keeps about people with an account on this site; about readers it keeps nothing. */
final class Personal {

	/** What somebody was told, and a connection that they began: transients of an hour, each with the user's number. */
	private const TOLD  = 'obolus_notices_';
	private const BEGAN = 'obolus_question_';

	/**
	 * As whom the site is connected.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it reads.
	 *
	 * @param Connection $connection As whom the site is connected.
	 */
	public function __construct( Connection $connection ) {
		$this->connection = $connection;
	}

	/**
	 * What is kept about somebody.
	 *
	 * @param WP_User $person Of this site.
	 * @return array<string, string> By its name for people.
	 */
	public function of( WP_User $person ): array {
		$told = get_transient( self::TOLD . $person->ID );
		$told = is_array( $told ) ? array_filter( array_column( $told, 0 ), 'is_string' ) : array();
		$kept = array(
			__( 'Your account at the server', 'obolus' )  => Author_Settings::get( $person->ID, 'account' ),
			__( 'Your account counts from', 'obolus' )    => Author_Settings::get( $person->ID, 'from' ),
			__( 'Your posts have no button', 'obolus' )   => '' === Author_Settings::get( $person->ID, 'off' ) ? '' : __( 'Yes', 'obolus' ),
			__( 'How your buttons look', 'obolus' )       => Author_Settings::get( $person->ID, 'layout' ),
			__( 'What you were told last', 'obolus' )     => implode( ' ', $told ),
			__( 'A connection that you began', 'obolus' ) => false === get_transient( self::BEGAN . $person->ID ) ? '' : __( 'It is forgotten within an hour.', 'obolus' ),
			__( 'This site is connected as', 'obolus' )   => $this->shared_with( $person ),
		);
		return array_filter( $kept, static fn ( string $value ): bool => '' !== $value );
	}

	/**
	 * Forgets what is kept about this person alone; whether there was something.
	 *
	 * @param WP_User $person Of this site.
	 */
	public function forget( WP_User $person ): bool {
		$keys      = array_merge( array_column( Author_Settings::all(), 'key' ), array( Author_Settings::AGAIN ) );
		$forgotten = array_map( static fn ( string $key ): bool => delete_user_meta( $person->ID, $key ), $keys );
		foreach ( array( self::TOLD, self::BEGAN ) as $transient ) {
			$forgotten[] = delete_transient( $transient . $person->ID );
		}
		return in_array( true, $forgotten, true );
	}

	/**
	 * The account of the whole site, for those who run it: it may be that of one of them, and the plugin does not know whose.
	 *
	 * @param WP_User $person Of this site.
	 */
	public function shared_with( WP_User $person ): string {
		return $person->has_cap( 'manage_options' ) ? $this->connection->username() : '';
	}
}
