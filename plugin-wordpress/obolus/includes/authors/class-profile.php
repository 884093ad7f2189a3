<?php
/**
 * The settings of an author, in their profile.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Connection;
use Obolus\Things\Chosen;
use WP_Error;
use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The fields of a profile, for whoever may edit it: WordPress's own nonce of that form, and its right. */
final class Profile {

	/**
	 * Whether there is a server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Which posts are things.
	 *
	 * @var Chosen
	 */
	private $chosen;

	/**
	 * What draws the fields.
	 *
	 * @var Fields
	 */
	private $fields;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection $connection Whether there is a server.
	 * @param Chosen     $chosen     Which posts are things.
	 * @param Fields     $fields     What draws the fields.
	 */
	public function __construct( Connection $connection, Chosen $chosen, Fields $fields ) {
		$this->connection = $connection;
		$this->chosen     = $chosen;
		$this->fields     = $fields;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'show_user_profile', array( $this, 'show' ) );
		add_action( 'edit_user_profile', array( $this, 'show' ) );
		add_action( 'personal_options_update', array( $this, 'save' ) );
		add_action( 'edit_user_profile_update', array( $this, 'save' ) );
		add_action( 'user_profile_update_errors', array( $this, 'complain' ), 10, 3 );
	}

	/**
	 * Shows the fields.
	 *
	 * @param mixed $person Whose profile it is.
	 */
	public function show( $person ): void {
		if ( $person instanceof WP_User && $this->has_fields( $person ) && current_user_can( 'edit_user', $person->ID ) ) {
			$this->fields->show( $person );
		}
	}

	/**
	 * Keeps what the form sent; what cannot be read leaves what was there.
	 *
	 * @param mixed $id The user's number.
	 */
	public function save( $id ): void {
		$sent = $this->sent( (int) $id );
		if ( array() === $sent ) {
			return;
		}
		foreach ( array_keys( Author_Settings::all() ) as $name ) {
			if ( self::is_readable( $name, $sent[ $name ] ?? '' ) ) {
				Author_Settings::set( (int) $id, $name, $sent[ $name ] ?? '' );
			}
		}
		if ( '1' === ( $sent['again'] ?? '' ) ) {
			update_user_meta( (int) $id, Author_Settings::AGAIN, time() );
		}
	}

	/**
	 * Says what cannot be read.
	 *
	 * @param mixed $errors    Of the form.
	 * @param mixed $is_update Whether there is a user already.
	 * @param mixed $person    The user.
	 */
	public function complain( $errors, $is_update, $person ): void {
		$sent = $is_update && $errors instanceof WP_Error ? $this->sent( absint( $person->ID ?? 0 ) ) : array();
		if ( ! self::is_readable( 'account', $sent['account'] ?? '' ) ) {
			$errors->add( 'obolus_account', __( 'The Obolus account is a name of 2 to 30 letters, digits, _ and -.', 'obolus' ), array( 'form-field' => 'obolus_author[account]' ) );
		}
		if ( ! self::is_readable( 'from', $sent['from'] ?? '' ) ) {
			$errors->add( 'obolus_from', __( 'Write the day from which the Obolus account counts like 2026-12-31.', 'obolus' ), array( 'form-field' => 'obolus_author[from]' ) );
		}
	}

	/**
	 * What the form sent, if it had these fields, and was sent by somebody who may; otherwise nothing.
	 *
	 * @param int $id The user's number.
	 * @return array<string, string>
	 */
	private function sent( int $id ): array {
		$nonce  = isset( $_POST['_wpnonce'] ) ? sanitize_text_field( wp_unslash( $_POST['_wpnonce'] ) ) : '';
		$person = get_userdata( $id );
		if ( ! $person instanceof WP_User || ! wp_verify_nonce( $nonce, "update-user_$id" ) || ! current_user_can( 'edit_user', $id ) ) {
			return array();
		}
		if ( ! isset( $_POST['obolus_author'] ) || ! is_array( $_POST['obolus_author'] ) || ! $this->has_fields( $person ) ) {
			return array();
		}
		return array_filter( map_deep( wp_unslash( $_POST['obolus_author'] ), 'sanitize_text_field' ), 'is_string' );
	}

	/**
	 * Whether a profile has the fields: of those who write what is registered, and of those who once had an account.
	 *
	 * @param WP_User $person Whose profile it is.
	 */
	private function has_fields( WP_User $person ): bool {
		if ( ! $this->connection->is_there() ) {
			return false;
		}
		foreach ( $this->chosen->types() as $name ) {
			$type = get_post_type_object( $name );
			if ( null !== $type && user_can( $person, $type->cap->edit_posts ) ) {
				return true;
			}
		}
		return '' !== Author_Settings::get( $person->ID, 'account' );
	}

	/**
	 * Whether something is left of what was written, once it is clean.
	 *
	 * @param string $name    One of the settings.
	 * @param string $written By people.
	 */
	private static function is_readable( string $name, string $written ): bool {
		return '' === trim( $written ) || '' !== call_user_func( Author_Settings::all()[ $name ]['sanitize'], $written );
	}
}
