<?php
/**
 * Of which addresses readers may ask for the numbers.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Settings;
use Obolus\Things\Draft;
use Obolus\Things\Post_Settings;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Those that a button of this site can be for: the site's own, those of its published posts, and, once it was shown, whatever
 * else a shortcode, a block or a writer has named. Nobody else can make the site ask for anything.
 */
final class Addresses {

	/** The option in which those are kept that are found in no other way, each with when a button was last seen to be for it. */
	public const OPTION = 'obolus_addresses';

	private const MOST    = 500;
	private const LONGEST = 2000;

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings $settings What the owner has chosen.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'flattr_button', array( $this, 'see' ), PHP_INT_MAX, 2 );
	}

	/**
	 * A button is shown. The one of a page keeps nothing; what the editor shows is still being written.
	 *
	 * @param mixed $button Its HTML.
	 * @param mixed $url    What it is for.
	 * @return mixed The same HTML.
	 */
	public function see( $button, $url ) {
		$is_drawn = is_string( $button ) && false !== strpos( $button, '<flattr-button' ) && ! is_preview() && ! wp_is_json_request();
		if ( $is_drawn && is_string( $url ) && 'site' === $this->settings->get( 'counts' ) && strlen( $url ) <= self::LONGEST ) {
			$this->note( $url );
		}
		return $button;
	}

	/**
	 * Those of some addresses that a button of this site can be for.
	 *
	 * @param string[] $urls As somebody has sent them.
	 * @return string[]
	 */
	public function among( array $urls ): array {
		$noted = array_flip( array_map( array( self::class, 'key' ), array_keys( $this->noted() ) ) );
		$known = fn ( string $url ): bool => isset( $noted[ self::key( $url ) ] ) || $this->is_own( $url );
		return array_values( array_filter( $urls, $known ) );
	}

	/**
	 * Keeps an address that is found in no other way, for a month from when a button was last shown for it.
	 *
	 * @param string $url Of a button.
	 */
	private function note( string $url ): void {
		if ( $this->is_of( get_post(), $url ) ) {
			return;
		}
		$noted = $this->noted();
		if ( ( $noted[ $url ] ?? 0 ) < time() - WEEK_IN_SECONDS && ! $this->is_own( $url ) ) {
			unset( $noted[ $url ] );
			update_option( self::OPTION, array_slice( $noted + array( $url => time() ), -self::MOST ), false );
		}
	}

	/**
	 * What was noted and is not too old.
	 *
	 * @return array<string, int> When, by address.
	 */
	private function noted(): array {
		return array_filter( (array) get_option( self::OPTION, array() ), static fn ( $at ): bool => $at > time() - MONTH_IN_SECONDS );
	}

	/**
	 * Whether an address is that of the site, or of one of its posts.
	 *
	 * @param string $url Of any bytes.
	 */
	private function is_own( string $url ): bool {
		$home = self::key( home_url( '/' ) );
		if ( 0 !== strpos( self::key( $url ), $home ) ) {
			return false;
		}
		$post = self::key( $url ) === $home ? 0 : url_to_postid( $url );
		return self::key( $url ) === $home || ( 0 !== $post && $this->is_of( get_post( $post ), $url ) );
	}

	/**
	 * Whether an address is the one that WordPress gives a post, everybody can see the post, and it may have a button.
	 *
	 * @param WP_Post|null $post Or none.
	 * @param string       $url  The address.
	 */
	private function is_of( ?WP_Post $post, string $url ): bool {
		return null !== $post
			&& in_array( $post->post_type, array_merge( (array) $this->settings->get( 'button_types' ), (array) $this->settings->get( 'post_types' ) ), true )
			&& is_post_publicly_viewable( $post )
			&& '' === Post_Settings::get( $post->ID, 'off' ) . Post_Settings::get( $post->ID, 'url' )
			&& self::key( Draft::address( $post ) ) === self::key( $url );
	}

	/**
	 * The same for http and https, and for what browsers make of an address.
	 *
	 * @param string $url The address.
	 */
	private static function key( string $url ): string {
		$encoded = static fn ( array $bytes ): string => rawurlencode( $bytes[0] );
		return (string) preg_replace_callback( '/[\x80-\xff]+/', $encoded, (string) preg_replace( '/^https?:/i', '', $url ) );
	}
}
