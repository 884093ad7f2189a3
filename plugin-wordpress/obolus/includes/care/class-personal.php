<?php
/**
 * What is kept about a person of this site.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Connection\Connection;
use WP_User;

/** Knows everything that the plugin keeps about people with an account on this site; about readers it keeps nothing. */
final class Personal {

	/** The account of an author at the server, and the date from which it counts: meta of a user. */
	public const ACCOUNT = 'obolus_account';
	public const FROM    = 'obolus_account_from';

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
			__( 'Your account at the server', 'obolus' )  => self::meta( $person, self::ACCOUNT ),
			__( 'Your account counts from', 'obolus' )    => self::meta( $person, self::FROM ),
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
		$forgotten = array(
			delete_user_meta( $person->ID, self::ACCOUNT ),
			delete_user_meta( $person->ID, self::FROM ),
			delete_transient( self::TOLD . $person->ID ),
			delete_transient( self::BEGAN . $person->ID ),
		);
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

	/**
	 * A meta of a user as text.
	 *
	 * @param WP_User $person Of this site.
	 * @param string  $key    Of the meta.
	 */
	private static function meta( WP_User $person, string $key ): string {
		$kept = get_user_meta( $person->ID, $key, true );
		return is_scalar( $kept ) ? (string) $kept : '';
	}
}
