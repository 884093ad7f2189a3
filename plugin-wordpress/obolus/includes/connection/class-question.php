<?php
/**
 * What a person has asked a server.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The question with which a person was led to the server: sealed, of that person alone, and for an hour. */
final class Question {

	private const KEPT = 'obolus_question_';

	/**
	 * Keeps a new one, in place of the one before.
	 *
	 * @param string               $server Its address.
	 * @param array<string, mixed> $app    As which it is asked.
	 * @return array<string, mixed> With server, state, verifier and app.
	 */
	public static function ask( string $server, array $app ): array {
		$question = array(
			'server'   => $server,
			'state'    => self::random(),
			'verifier' => self::random(),
			'app'      => $app,
		);
		set_transient( self::key(), Secrets::seal( (string) wp_json_encode( $question ) ), HOUR_IN_SECONDS );
		return $question;
	}

	/**
	 * What this person has asked; empty without anything.
	 *
	 * @return array<string, mixed> With server, state, verifier and app.
	 */
	public static function asked(): array {
		$sealed = get_transient( self::key() );
		$text   = is_string( $sealed ) ? Secrets::open( $sealed ) : null;
		$asked  = null === $text ? null : json_decode( $text, true );
		return is_array( $asked ) ? $asked : array();
	}

	/** It is answered. */
	public static function forget(): void {
		delete_transient( self::key() );
	}

	/** Where the question of this person is kept. */
	private static function key(): string {
		return self::KEPT . get_current_user_id();
	}

	/** 43 letters that nobody can guess. */
	private static function random(): string {
		return sodium_bin2base64( random_bytes( 32 ), SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING );
	}
}
