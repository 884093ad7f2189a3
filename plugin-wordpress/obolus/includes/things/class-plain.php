<?php
/**
 * Plain text of what people write.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Takes the HTML out of texts and cuts them well. */
final class Plain {

	/**
	 * What a reader would see, on one line.
	 *
	 * @param string $html As it is kept.
	 * @param int    $most At most so many characters.
	 */
	public static function line( string $html, int $most ): string {
		$apart = preg_replace( '/<(?:br|hr|\/?(?:p|div|li|tr|h[1-6]|blockquote|ul|ol|pre|figure))\b/i', ' $0', self::readable( $html ) );
		$text  = html_entity_decode( wp_strip_all_tags( (string) $apart ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$text  = preg_replace( '/[\x{202A}-\x{202E}\x{2066}-\x{2069}]+/u', '', $text );
		return self::cut( trim( (string) preg_replace( '/[\p{Cc}\s\x{A0}]+/u', ' ', (string) $text ) ), $most );
	}

	/**
	 * So that the server, which reads HTML, reads this text letter by letter.
	 *
	 * @param string $text Without HTML.
	 */
	public static function sent( string $text ): string {
		return str_replace( '<', '&lt;', (string) preg_replace( '/&(?=[#a-z])/i', '&amp;', $text ) );
	}

	/**
	 * Without bytes that are no characters.
	 *
	 * @param string $html Of any bytes.
	 */
	private static function readable( string $html ): string {
		if ( '' !== wp_check_invalid_utf8( $html ) ) {
			return $html;
		}
		return function_exists( 'mb_convert_encoding' ) ? mb_convert_encoding( $html, 'UTF-8', 'UTF-8' ) : '';
	}

	/**
	 * At the end of a word where there is one near, and with dots that say so.
	 *
	 * @param string $text Without HTML.
	 * @param int    $most At most so many characters.
	 */
	private static function cut( string $text, int $most ): string {
		if ( mb_strlen( $text ) <= $most ) {
			return $text;
		}
		$start = mb_substr( $text, 0, $most - 1 );
		$words = (string) preg_replace( '/\s+\S*$/u', '', $start );
		$kept  = mb_strlen( $words ) * 2 > $most ? $words : $start;
		return rtrim( $kept, ' .,;:-' ) . '…';
	}
}
