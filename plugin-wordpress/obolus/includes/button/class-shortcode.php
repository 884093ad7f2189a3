<?php
/**
 * The shortcode.
 *
 * @package Obolus
 */

namespace Obolus\Button;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

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
		$said    = array_filter( array_map( array( Things::class, 'plain' ), array_intersect_key( $written, array_flip( self::SAID ) ) ), 'strlen' );
		// Texturising has made entities of what stands in an address, too.
		$url    = html_entity_decode( trim( (string) $written['url'] ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$type   = (string) $written['type'];
		$layout = self::RENAMED[ $type ] ?? $type;
		$thing  = '' === $url ? $this->things->of_post( null, $said ) : $this->things->at( $url, $said );
		$button = $this->button->of( $thing, $layout );
		if ( '' === $button || null === $thing ) {
			return '';
		}
		$may = '' === $url ? $this->once->may_stand( $thing->url() ) : $this->once->may_stand_by_name( $thing->url() );
		return $may ? $button : '';
	}
}
