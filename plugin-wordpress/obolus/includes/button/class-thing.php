<?php
/**
 * What a button is for.
 *
 * @package Obolus
 */

namespace Obolus\Button;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** An address of the web that can be flattred, and what is said of it. */
final class Thing {

	/** As long as the server shows it. */
	private const LONGEST = array(
		'title'       => 100,
		'description' => 280,
	);

	/** What can be said, with its name in an address of the server and in an attribute of the element. */
	private const NAMES = array(
		'user'        => array( 'user_id', 'by' ),
		'title'       => array( 'title', 'title' ),
		'description' => array( 'description', 'description' ),
		'language'    => array( 'language', 'language' ),
		'category'    => array( 'category', 'category' ),
		'tags'        => array( 'tags', 'tags' ),
		'hidden'      => array( 'hidden', 'unlisted' ),
	);

	/**
	 * Where it is.
	 *
	 * @var string
	 */
	private $url;

	/**
	 * What is said of it, by the keys of NAMES; nothing is empty.
	 *
	 * @var array<string, string>
	 */
	private $said;

	/**
	 * How its button looks; empty when that is for the site to say.
	 *
	 * @var string
	 */
	private $layout;

	/**
	 * Made by at().
	 *
	 * @param string                $url    Of the web.
	 * @param array<string, string> $said   By the keys of NAMES.
	 * @param string                $layout How its button looks, or empty.
	 */
	private function __construct( string $url, array $said, string $layout ) {
		$this->url    = $url;
		$this->said   = $said;
		$this->layout = $layout;
	}

	/**
	 * The thing at an address; none when that is no address of the web.
	 *
	 * @param mixed                $address Where it is.
	 * @param array<string, mixed> $said    User, title, description, language, category, tags, hidden: plain text, not HTML.
	 * @param string               $layout  How its button looks; empty when that is for the site to say.
	 */
	public static function at( $address, array $said, string $layout = '' ): ?self {
		$written = trim( is_string( $address ) ? $address : '' );
		if ( 1 !== preg_match( '#^https?://[^/?\#]#i', $written ) ) {
			return null;
		}
		$url = esc_url_raw( $written, array( 'http', 'https' ) );
		return '' === $url ? null : new self( $url, self::clean( $said ), $layout );
	}

	/** Where it is. */
	public function url(): string {
		return $this->url;
	}

	/** How its button looks; empty when that is for the site to say. */
	public function layout(): string {
		return $this->layout;
	}

	/**
	 * Where it can be flattred without a script.
	 *
	 * @param string $server Without a slash at its end.
	 */
	public function submit_address( string $server ): string {
		$query = array( 'url' => $this->url );
		foreach ( $this->said as $name => $value ) {
			$query[ self::NAMES[ $name ][0] ] = $value;
		}
		return $server . '/submit/auto?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
	}

	/**
	 * What the element says of it.
	 *
	 * @return array<string, string> Attributes with their values, not yet escaped.
	 */
	public function attributes(): array {
		$attributes = array( 'href' => $this->url );
		foreach ( $this->said as $name => $value ) {
			$attributes[ self::NAMES[ $name ][1] ] = $value;
		}
		return $attributes;
	}

	/**
	 * Without what says nothing, and no longer than it is shown.
	 *
	 * @param array<string, mixed> $said As somebody has written it.
	 * @return array<string, string> In the order of NAMES.
	 */
	private static function clean( array $said ): array {
		$clean = array();
		foreach ( array_keys( self::NAMES ) as $name ) {
			$value = $said[ $name ] ?? '';
			$text  = trim( (string) preg_replace( '/\s+/u', ' ', is_scalar( $value ) ? (string) $value : '' ) );
			if ( 'hidden' === $name ) {
				$text = in_array( strtolower( $text ), array( '1', 'true', 'yes' ), true ) ? '1' : '';
			}
			if ( '' !== $text ) {
				$clean[ $name ] = mb_substr( $text, 0, self::LONGEST[ $name ] ?? 200 );
			}
		}
		return $clean;
	}
}
