<?php
/**
 * The shortcode.
 *
 * @package Obolus
 */

namespace Obolus\Button;

/** [flattr], with the attributes that Flattr's own plugin had. */
final class Shortcode {

	/** What says something of a thing. */
	private const SAID = array( 'user', 'title', 'description', 'language', 'category', 'tags', 'hidden' );

	/** Flattr's names of layouts that are called otherwise here. */
	private const RENAMED = array(
		'js'      => 'large',
		'default' => 'large',
		'image'   => 'static',
	);

	/**
	 * What can be flattred.
	 *
	 * @var Things
	 */
	private $things;

	/**
	 * What writes the button.
	 *
	 * @var Button
	 */
	private $button;

	/**
	 * Which posts have one.
	 *
	 * @var Once
	 */
	private $once;

	/**
	 * Made of what it uses.
	 *
	 * @param Things $things What can be flattred.
	 * @param Button $button What writes the button.
	 * @param Once   $once   Which posts have one.
	 */
	public function __construct( Things $things, Button $button, Once $once ) {
		$this->things = $things;
		$this->button = $button;
		$this->once   = $once;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_shortcode( 'flattr', array( $this, 'show' ) );
	}

	/**
	 * The button that a shortcode asks for; for the post in which it stands, unless it names an address.
	 *
	 * @param mixed $attributes As they were written; an empty text without any.
	 */
	public function show( $attributes ): string {
		$known   = array_fill_keys( array_merge( array( 'url', 'type', 'popout' ), self::SAID ), '' );
		$written = shortcode_atts( $known, is_array( $attributes ) ? $attributes : array(), 'flattr' );
		$said    = array();
		foreach ( self::SAID as $name ) {
			$value = Things::plain( (string) $written[ $name ] );
			if ( '' !== $value ) {
				$said[ $name ] = $value;
			}
		}
		// Texturising has made entities of what stands in an address, too.
		$url    = html_entity_decode( trim( (string) $written['url'] ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$type   = (string) $written['type'];
		$layout = self::RENAMED[ $type ] ?? $type;
		return '' === $url ? $this->of_this_post( $said, $layout ) : $this->button->of( $this->things->at( $url, $said ), $layout );
	}

	/**
	 * The button of the post in which the shortcode stands.
	 *
	 * @param array<string, string> $said   What it says instead of the post.
	 * @param string                $layout How it looks.
	 */
	private function of_this_post( array $said, string $layout ): string {
		$button = $this->button->of( $this->things->of_post( null, $said ), $layout );
		return '' === $button || ! $this->once->by_hand( (int) get_the_ID() ) ? '' : $button;
	}
}
