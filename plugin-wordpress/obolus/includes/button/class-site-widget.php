<?php
/**
 * The widget.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Field;
use WP_Widget;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A button for the whole site, in a sidebar. */
final class Site_Widget extends WP_Widget {

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
	 * Made of what it uses.
	 *
	 * @param Things $things What can be flattred.
	 * @param Button $button What writes the button.
	 */
	public function __construct( Things $things, Button $button ) {
		parent::__construct(
			'obolus_site',
			__( 'Flattr button', 'obolus' ),
			array( 'description' => __( 'A button with which readers flattr the whole site.', 'obolus' ) )
		);
		$this->things = $things;
		$this->button = $button;
	}

	/**
	 * Shows it.
	 *
	 * @param mixed $args     What the sidebar puts around it.
	 * @param mixed $instance What was chosen.
	 */
	public function widget( $args, $instance ): void {
		$chosen = self::chosen( $instance );
		$button = $this->button->of( $this->things->of_site(), $chosen['layout'] );
		if ( '' === $button ) {
			return;
		}
		$around = (array) $args + array_fill_keys( array( 'before_widget', 'before_title', 'after_title', 'after_widget' ), '' );
		echo wp_kses_post( $around['before_widget'] );
		if ( '' !== $chosen['title'] ) {
			echo wp_kses_post( $around['before_title'] ) . esc_html( $chosen['title'] ) . wp_kses_post( $around['after_title'] );
		}
		echo wp_kses( $button, Button::html() );
		echo wp_kses_post( $around['after_widget'] );
	}

	/**
	 * The form in which it is chosen.
	 *
	 * @param mixed $instance What was chosen.
	 */
	public function form( $instance ): void {
		$chosen = self::chosen( $instance );
		printf(
			'<p><label for="%1$s">%2$s</label> <input class="widefat" type="text" id="%1$s" name="%3$s" value="%4$s"></p>',
			esc_attr( $this->get_field_id( 'title' ) ),
			esc_html__( 'Title', 'obolus' ),
			esc_attr( $this->get_field_name( 'title' ) ),
			esc_attr( $chosen['title'] )
		);
		printf(
			'<p><label for="%1$s">%2$s</label> <select class="widefat" id="%1$s" name="%3$s">',
			esc_attr( $this->get_field_id( 'layout' ) ),
			esc_html__( 'Layout', 'obolus' ),
			esc_attr( $this->get_field_name( 'layout' ) )
		);
		Field::options( Fields::layouts(), $chosen['layout'] );
		echo '</select></p>';
	}

	/**
	 * What is kept of what was sent.
	 *
	 * @param mixed $sent What was sent.
	 * @param mixed $old  What was chosen before.
	 * @return array{title: string, layout: string}
	 */
	public function update( $sent, $old ): array {
		return self::chosen( $sent );
	}

	/**
	 * What was chosen, made clean.
	 *
	 * @param mixed $instance What was chosen or sent.
	 * @return array{title: string, layout: string}
	 */
	private static function chosen( $instance ): array {
		$title  = is_array( $instance ) ? ( $instance['title'] ?? '' ) : '';
		$layout = is_array( $instance ) ? ( $instance['layout'] ?? '' ) : '';
		return array(
			'title'  => sanitize_text_field( is_string( $title ) ? $title : '' ),
			'layout' => in_array( $layout, Button::layouts(), true ) ? $layout : 'large',
		);
	}
}
