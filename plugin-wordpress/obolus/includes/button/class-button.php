<?php
/**
 * The markup of a button.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Connection;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Writes a button. Before the site is connected there is none. */
final class Button {

	/** Those that the script draws. */
	public const DRAWN = array( 'large', 'compact', 'icon', 'text' );

	/** A picture in a link, which needs no script. */
	public const PICTURE = 'static';

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * To which server the links lead.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * What draws the button.
	 *
	 * @var Script
	 */
	private $script;

	/**
	 * Made of what it uses.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server the links lead.
	 * @param Script     $script     What draws the button.
	 */
	public function __construct( Settings $settings, Connection $connection, Script $script ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->script     = $script;
	}

	/**
	 * The button for a thing; nothing without a thing or a connection.
	 *
	 * @param Thing|null $thing  What it is for.
	 * @param string     $layout Large, compact, icon, text or static; otherwise that of the post's author, or of the site.
	 */
	public function of( ?Thing $thing, string $layout = '' ): string {
		if ( null === $thing || ! $this->connection->is_there() ) {
			return '';
		}
		$wanted = array( $layout, $thing->layout(), $this->settings->get( 'layout' ) );
		$known  = array_intersect( $wanted, self::layouts() );
		$layout = (string) reset( $known );
		$button = self::PICTURE === $layout
			? $this->link( $thing, $this->picture( $thing ) )
			: $this->drawn( $thing, $layout );
		/**
		 * The markup of a button.
		 *
		 * @param string $button Its HTML.
		 * @param string $url    What it is for.
		 */
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- Themes know it from Flattr's own plugin.
		return (string) apply_filters( 'flattr_button', $button, $thing->url() );
	}

	/**
	 * The picture in a link.
	 *
	 * @param Thing $thing What it is for.
	 */
	public function still( Thing $thing ): string {
		return $this->of( $thing, self::PICTURE );
	}

	/**
	 * What a layout can be.
	 *
	 * @return string[]
	 */
	public static function layouts(): array {
		return array_merge( self::DRAWN, array( self::PICTURE ) );
	}

	/**
	 * What of HTML a button is made of, for wp_kses().
	 *
	 * @return array<string, array<string, bool>>
	 */
	public static function html(): array {
		$names = 'href by title description language category tags unlisted layout counts lang';
		return array(
			'flattr-button' => array_fill_keys( explode( ' ', $names ), true ),
			'a'             => array_fill_keys( array( 'href', 'class', 'title', 'rel' ), true ),
			'img'           => array_fill_keys( array( 'src', 'width', 'height', 'alt', 'class' ), true ),
			'p'             => array( 'class' => true ),
			'span'          => array( 'class' => true ),
		);
	}

	/**
	 * The element around a link; the link alone where no script runs.
	 *
	 * @param Thing  $thing  What it is for.
	 * @param string $layout One of DRAWN.
	 */
	private function drawn( Thing $thing, string $layout ): string {
		$link = $this->link( $thing, esc_html__( 'Flattr this', 'obolus' ) );
		if ( is_feed() || ! $this->script->is_there() ) {
			return $link;
		}
		$this->script->enqueue();
		$attributes  = $thing->attributes() + array( 'layout' => $layout );
		$attributes += $this->script->has_numbers() ? array() : array( 'counts' => 'off' );
		$attributes += array( 'lang' => get_bloginfo( 'language' ) );
		$written     = '';
		foreach ( $attributes as $name => $value ) {
			$written .= " $name=\"" . ( 'href' === $name ? esc_url( $value ) : esc_attr( $value ) ) . '"';
		}
		return "<flattr-button$written>$link</flattr-button>";
	}

	/**
	 * The link to the page on which a thing is flattred.
	 *
	 * @param Thing  $thing What it is for.
	 * @param string $html  What is in it.
	 */
	private function link( Thing $thing, string $html ): string {
		return '<a href="' . esc_url( $thing->submit_address( $this->connection->server() ) ) . "\">$html</a>";
	}

	/**
	 * The badge: the plugin's own, so that the server learns of no reader, or the server's with the number on it.
	 *
	 * @param Thing $thing What it is for.
	 */
	private function picture( Thing $thing ): string {
		$source = 'direct' === $this->settings->get( 'counts' )
			? $this->connection->server() . '/badge.svg?count=1&url=' . rawurlencode( $thing->url() )
			: plugins_url( 'assets/badge.svg', \Obolus\FILE );
		return '<img src="' . esc_url( $source ) . '" width="93" height="20" alt="' . esc_attr__( 'Flattr this', 'obolus' ) . '">';
	}
}
