<?php
/**
 * The block and the widget.
 *
 * @package Obolus
 */

namespace Obolus\Button;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Puts the button among what the editor and the sidebars offer. */
final class Blocks {

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
		add_action( 'init', array( $this, 'add_block' ) );
		add_action( 'widgets_init', array( $this, 'add_widget' ) );
	}

	/** The block, as its block.json describes it. */
	public function add_block(): void {
		register_block_type(
			dirname( \Obolus\FILE ) . '/blocks/button',
			array( 'render_callback' => array( $this, 'show' ) )
		);
		wp_set_script_translations( 'obolus-button-editor-script', 'obolus', dirname( \Obolus\FILE ) . '/languages' );
	}

	/** The widget for the whole site. */
	public function add_widget(): void {
		register_widget( new Site_Widget( $this->things, $this->button ) );
	}

	/**
	 * The block where it stands.
	 *
	 * @param mixed $attributes What was chosen in the editor.
	 */
	public function show( $attributes ): string {
		$chosen = (array) $attributes + array(
			'layout' => '',
			'url'    => '',
			'site'   => false,
		);
		$button = $this->chosen( (string) $chosen['layout'], trim( (string) $chosen['url'] ), (bool) $chosen['site'] );
		return '' === $button ? '' : '<div ' . get_block_wrapper_attributes() . ">$button</div>";
	}

	/**
	 * The button that was chosen.
	 *
	 * @param string $layout How it looks.
	 * @param string $url    Another address, or nothing.
	 * @param bool   $site   Whether it is for the whole site.
	 */
	private function chosen( string $layout, string $url, bool $site ): string {
		$is_of_post = ! $site && '' === $url;
		$thing      = $is_of_post ? $this->things->of_post() : ( $site ? $this->things->of_site() : $this->things->at( $url ) );
		$button     = $this->button->of( $thing, $layout );
		if ( '' === $button || null === $thing ) {
			return '';
		}
		$may = $is_of_post ? $this->once->may_stand( $thing->url() ) : $this->once->may_stand_by_name( $thing->url() );
		return $may ? $button : '';
	}
}
