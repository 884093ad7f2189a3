<?php
/**
 * What is chosen for one author alone.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use DateTimeImmutable;
use Obolus\Button\Button;
use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The settings of an author: each is one meta of the user, and uninstalling removes every one. */
final class Author_Settings {

	/** When somebody last asked that what was refused is offered again, in seconds since 1970. */
	public const AGAIN = 'obolus_account_again';

	/** As the server has names. */
	private const ACCOUNT = '/\A[A-Za-z0-9][A-Za-z0-9_-]{1,29}\z/';

	/**
	 * What there is: the meta in which it is kept, and how what was sent is made clean. Empty is as the site has it.
	 *
	 * @return array<string, array{key: string, sanitize: callable}>
	 */
	public static function all(): array {
		$all = array(
			'account' => 'obolus_account',
			'from'    => 'obolus_account_from',
			'off'     => 'obolus_off',
			'layout'  => 'obolus_layout',
		);
		foreach ( $all as $name => $key ) {
			$all[ $name ] = array(
				'key'      => $key,
				'sanitize' => array( self::class, $name ),
			);
		}
		return $all;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'init', array( $this, 'declare' ) );
	}

	/** Tells WordPress of the meta, so that whatever writes it is asked for the right, and what is written is clean. */
	public function declare(): void {
		foreach ( self::all() as $setting ) {
			register_meta(
				'user',
				$setting['key'],
				array(
					'type'              => 'string',
					'single'            => true,
					'show_in_rest'      => false,
					'sanitize_callback' => $setting['sanitize'],
					'auth_callback'     => static fn ( $allowed, $key, $person ): bool => current_user_can( 'edit_user', (int) $person ),
				)
			);
		}
	}

	/**
	 * What is chosen for an author; empty when it is as the site has it.
	 *
	 * @param int    $person The user's number.
	 * @param string $name   One of all().
	 */
	public static function get( int $person, string $name ): string {
		$setting = self::all()[ $name ];
		return (string) call_user_func( $setting['sanitize'], $person > 0 ? get_user_meta( $person, $setting['key'], true ) : '' );
	}

	/**
	 * Keeps what was chosen; nothing is kept of what is as the site has it.
	 *
	 * @param int    $person  The user's number.
	 * @param string $name    One of all().
	 * @param mixed  $written By people.
	 */
	public static function set( int $person, string $name, $written ): void {
		$setting = self::all()[ $name ];
		$clean   = (string) call_user_func( $setting['sanitize'], $written );
		if ( '' === $clean ) {
			delete_user_meta( $person, $setting['key'] );
		} else {
			update_user_meta( $person, $setting['key'], $clean );
		}
	}

	/**
	 * By what the server tells the posts of an author from others: their name in addresses. Empty without an account.
	 *
	 * @param int $person The user's number.
	 */
	public static function key_of( int $person ): string {
		$author = '' === self::get( $person, 'account' ) ? false : get_userdata( $person );
		return $author instanceof WP_User ? (string) $author->user_nicename : '';
	}

	/**
	 * A name that an account can have, or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function account( $written ): string {
		$name = is_string( $written ) ? trim( $written ) : '';
		return 1 === preg_match( self::ACCOUNT, $name ) ? $name : '';
	}

	/**
	 * A day such as 2026-12-31, or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function from( $written ): string {
		$day  = is_string( $written ) ? trim( $written ) : '';
		$date = DateTimeImmutable::createFromFormat( '!Y-m-d', $day );
		return false !== $date && $date->format( 'Y-m-d' ) === $day ? $day : '';
	}

	/**
	 * 1 or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function off( $written ): string {
		return is_scalar( $written ) && '1' === (string) $written ? '1' : '';
	}

	/**
	 * The layout of a button, or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function layout( $written ): string {
		return is_string( $written ) && in_array( $written, Button::layouts(), true ) ? $written : '';
	}
}
