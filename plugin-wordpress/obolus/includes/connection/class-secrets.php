<?php
/**
 * Keeps what nobody else may read.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Seals texts with a key of this site's salts: a copy of the database alone is of no use. */
final class Secrets {

	/**
	 * The text, sealed.
	 *
	 * @param string $text What is to be kept.
	 */
	public static function seal( string $text ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		return sodium_bin2base64( $nonce . sodium_crypto_secretbox( $text, $nonce, self::key() ), SODIUM_BASE64_VARIANT_ORIGINAL );
	}

	/**
	 * What was sealed; null when it was not sealed here, or under other salts.
	 *
	 * @param string $sealed What seal() has answered.
	 */
	public static function open( string $sealed ): ?string {
		try {
			$bytes = sodium_base642bin( $sealed, SODIUM_BASE64_VARIANT_ORIGINAL );
		} catch ( \SodiumException $unreadable ) {
			return null;
		}
		if ( strlen( $bytes ) < SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES ) {
			return null;
		}
		$nonce = substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$text  = sodium_crypto_secretbox_open( substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $nonce, self::key() );
		return false === $text ? null : $text;
	}

	/** The key; it is nowhere but in the salts. */
	private static function key(): string {
		return sodium_crypto_generichash( 'obolus' . wp_salt( 'auth' ), '', SODIUM_CRYPTO_SECRETBOX_KEYBYTES );
	}
}
