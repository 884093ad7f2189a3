<?php
/**
 * What themes call.
 *
 * @package Obolus
 */

namespace Obolus\Button;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Prints the button of a post where a theme wants it; functions.php has the functions. */
final class Template_Tags {

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
		add_action( 'obolus_button', array( $this, 'show' ), 10, 2 );
	}

	/**
	 * Prints the button, unless the post has one on this page.
	 *
	 * @param mixed $post   A post, its number, or nothing for that of the loop.
	 * @param mixed $layout How it looks; otherwise as the owner has chosen.
	 */
	public function show( $post = null, $layout = '' ): void {
		$thing  = $this->things->of_post( $post );
		$button = $this->button->of( $thing, is_string( $layout ) ? $layout : '' );
		if ( '' !== $button && null !== $thing && $this->once->may_stand( $thing->url() ) ) {
			echo wp_kses( $button, Button::html() );
		}
	}
}
