<?php
/**
 * What the old Flattr plugin has left.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Settings;
use Obolus\Things\Category;
use Obolus\Things\Language;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Reads the options of the plugin "Flattr" and never changes them. What is secret among them is not read at all. */
final class Flattr_Settings {

	/** By one of these it is known that the plugin was here. */
	private const SIGNS = array( 'flattr_post_types', 'flattr_uid', 'flattr_cat', 'flattr_lng', 'flattr_aut' );

	/** Whether that plugin was ever set up on this site. */
	public function are_there(): bool {
		return array() !== array_filter( array_map( array( self::class, 'has' ), self::SIGNS ) );
	}

	/**
	 * What has an equivalent here, made clean as what somebody sends.
	 *
	 * @return array<string, mixed> By the names of our settings.
	 */
	public function equivalents(): array {
		$found = $this->types() + array(
			'placement'     => $this->placement(),
			'layout'        => $this->layout(),
			'category'      => Category::of( self::text( 'flattr_cat' ) ),
			'language'      => $this->language(),
			'extra_tags'    => self::text( 'flattr_atags' ),
			'hidden'        => self::has( 'flattr_hide' ) ? self::is( get_option( 'flattr_hide' ) ) : null,
			'feed_button'   => self::has( 'flattrss_button_enabled' ) ? self::is( get_option( 'flattrss_button_enabled' ) ) : null,
			'payment_links' => $this->payment_links(),
		);
		$found = array_filter( $found, static fn ( $value ): bool => null !== $value && '' !== $value && array() !== $value );
		foreach ( $found as $name => $value ) {
			$found[ $name ] = call_user_func( Settings::all()[ $name ]['sanitize'], $value );
		}
		return $found;
	}

	/**
	 * What was chosen there and has none, in words.
	 *
	 * @return string[]
	 */
	public function others(): array {
		$others = array(
			__( 'the account and its keys: connect this site to a server', 'obolus' )             => self::has( 'flattr_uid' ),
			__( 'the accounts of authors', 'obolus' )                                             => self::is( get_option( 'user_based_flattr_buttons' ) ),
			__( 'the button for the front page: there is a widget and a block for it', 'obolus' ) => self::is( get_option( 'flattr_global_button' ) ),
			__( 'buttons in lists: tick “Lists” if you want them', 'obolus' )                     => self::is( get_option( 'flattr_aut' ) ),
			__( 'a picture of your own', 'obolus' )                                               => self::has_own_picture(),
			__( 'the pop-out of the button', 'obolus' )                                           => self::is( get_option( 'flattr_popout_enabled' ) ),
		);
		return array_keys( array_filter( $others ) );
	}

	/**
	 * Whether a value of that plugin means yes: it has kept on, true, 1 and others, and false as a word.
	 *
	 * @param mixed $value As it was kept.
	 */
	public static function is( $value ): bool {
		return is_scalar( $value ) && ! in_array( strtolower( trim( (string) $value ) ), array( '', '0', 'false', 'off', 'no' ), true );
	}

	/**
	 * The kinds of posts; pages had a box of their own.
	 *
	 * @return array<string, string[]>
	 */
	private function types(): array {
		$types = get_option( 'flattr_post_types' );
		if ( ! is_array( $types ) ) {
			return array();
		}
		$pages = ! self::has( 'flattr_aut_page' ) || self::is( get_option( 'flattr_aut_page' ) );
		return array(
			'post_types'   => $types,
			'button_types' => $pages ? $types : array_diff( $types, array( 'page' ) ),
		);
	}

	/** Where the button was; without its first box it came neither to posts nor to pages. */
	private function placement(): string {
		if ( ! self::has( 'flattr_aut' ) ) {
			return '';
		}
		$place = self::is( get_option( 'flattr_top' ) ) ? 'before' : 'after';
		return self::is( get_option( 'flattr_aut' ) ) ? $place : 'off';
	}

	/** How it looked. */
	private function layout(): string {
		$style = self::text( 'flattr_button_style' );
		if ( 'image' === $style || 'text' === $style ) {
			return 'image' === $style ? 'static' : 'text';
		}
		$compact = self::is( get_option( 'flattr_compact' ) ) ? 'compact' : 'large';
		return self::has( 'flattr_button_style' ) || self::has( 'flattr_compact' ) ? $compact : '';
	}

	/** The language of the posts. */
	private function language(): string {
		$written = self::text( 'flattr_lng' );
		$known   = Language::of( $written );
		return '' === $known ? Language::near( $written ) : $known;
	}

	/** Whether there were payment links, in the head or in feeds: here that is one choice. */
	private function payment_links(): ?bool {
		$names = array_filter( array( 'flattr_relpayment_enabled', 'flattrss_relpayment_enabled' ), array( self::class, 'has' ) );
		return array() === $names ? null : array() !== array_filter( array_map( 'get_option', $names ), array( self::class, 'is' ) );
	}

	/** Whether the picture was another than the one that came with that plugin. */
	private static function has_own_picture(): bool {
		$address = self::text( 'flattrss_custom_image_url' );
		return '' !== $address && 'flattr-badge-large.png' !== basename( $address );
	}

	/**
	 * Whether an option is there.
	 *
	 * @param string $option Of that plugin.
	 */
	private static function has( string $option ): bool {
		return null !== get_option( $option, null );
	}

	/**
	 * An option as text.
	 *
	 * @param string $option Of that plugin.
	 */
	private static function text( string $option ): string {
		$kept = get_option( $option, '' );
		return is_string( $kept ) ? trim( $kept ) : '';
	}
}
