<?php
/**
 * The part of the settings page that is about buttons.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Settings;

/** The fields in which the owner chooses where buttons are and how they look. */
final class Fields {

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
		add_action( 'admin_init', array( $this, 'add' ) );
	}

	/** Adds the sections with their fields to the page. */
	public function add(): void {
		add_settings_section( 'obolus_button', __( 'Button', 'obolus' ), '__return_null', 'obolus' );
		add_settings_section( 'obolus_feeds', __( 'Feeds and payment links', 'obolus' ), '__return_null', 'obolus' );
		foreach ( $this->labels() as $name => list( $section, $label, $values ) ) {
			add_settings_field(
				Settings::option( $name ),
				$label,
				array( $this, is_array( $values ) ? 'show_list' : ( 'button_types' === $name ? 'show_types' : 'show_switch' ) ),
				'obolus',
				$section,
				array(
					'label_for' => 'button_types' === $name ? '' : Settings::option( $name ),
					'name'      => $name,
					'values'    => $values,
				)
			);
		}
	}

	/**
	 * A list of which one is chosen.
	 *
	 * @param mixed $field Its name and its values.
	 */
	public function show_list( $field ): void {
		$option = Settings::option( $field['name'] );
		printf( '<select id="%1$s" name="%1$s">', esc_attr( $option ) );
		self::options( $field['values'], (string) $this->settings->get( $field['name'] ) );
		echo '</select>';
	}

	/**
	 * A yes or a no.
	 *
	 * @param mixed $field Its name, and what a yes means.
	 */
	public function show_switch( $field ): void {
		$option = Settings::option( $field['name'] );
		printf(
			'<label><input type="checkbox" id="%1$s" name="%1$s" value="1"%2$s> %3$s</label>',
			esc_attr( $option ),
			checked( (bool) $this->settings->get( $field['name'] ), true, false ),
			esc_html( $field['values'] )
		);
	}

	/** The types of posts, of which any number is chosen. */
	public function show_types(): void {
		$chosen = (array) $this->settings->get( 'button_types' );
		foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
			printf(
				'<label><input type="checkbox" name="%1$s[]" value="%2$s"%3$s> %4$s</label><br>',
				esc_attr( Settings::option( 'button_types' ) ),
				esc_attr( $type->name ),
				checked( in_array( $type->name, $chosen, true ), true, false ),
				esc_html( $type->labels->name )
			);
		}
	}

	/**
	 * The options of a list.
	 *
	 * @param array<string, string> $values Each with its label.
	 * @param string                $chosen Which of them is chosen.
	 */
	public static function options( array $values, string $chosen ): void {
		foreach ( $values as $value => $label ) {
			printf( '<option value="%1$s"%2$s>%3$s</option>', esc_attr( $value ), selected( $chosen, $value, false ), esc_html( $label ) );
		}
	}

	/**
	 * The layouts of a button.
	 *
	 * @return array<string, string> Each with its label.
	 */
	public static function layouts(): array {
		return array(
			'large'   => __( 'Large, with the number', 'obolus' ),
			'compact' => __( 'Compact, with the number', 'obolus' ),
			'icon'    => __( 'Icon', 'obolus' ),
			'text'    => __( 'Text', 'obolus' ),
			'static'  => __( 'Picture in a link, without a script', 'obolus' ),
		);
	}

	/**
	 * The fields: section, label, and the values of a list or what a yes means.
	 *
	 * @return array<string, array{0: string, 1: string, 2: array<string, string>|string}>
	 */
	private function labels(): array {
		return array(
			'placement'       => array( 'obolus_button', __( 'Place', 'obolus' ), $this->places() ),
			'button_types'    => array( 'obolus_button', __( 'Shown on', 'obolus' ), '' ),
			'front_page'      => array( 'obolus_button', __( 'Lists', 'obolus' ), __( 'Also where posts stand one below the other: front page, archives', 'obolus' ) ),
			'layout'          => array( 'obolus_button', __( 'Layout', 'obolus' ), self::layouts() ),
			'counts'          => array( 'obolus_button', __( 'Numbers', 'obolus' ), $this->counts() ),
			'payment_links'   => array( 'obolus_feeds', __( 'Payment links', 'obolus' ), __( 'In the head of posts and in feeds, for programs that look for them', 'obolus' ) ),
			'feed_button'     => array( 'obolus_feeds', __( 'Button in feeds', 'obolus' ), __( 'A picture in a link below each post of a feed', 'obolus' ) ),
			'podcast_funding' => array( 'obolus_feeds', __( 'Podcast funding', 'obolus' ), $this->funding() ),
		);
	}

	/**
	 * Where the button is.
	 *
	 * @return array<string, string> Each with its label.
	 */
	private function places(): array {
		return array(
			'after'  => __( 'After the content', 'obolus' ),
			'before' => __( 'Before the content', 'obolus' ),
			'off'    => __( 'Only where a block, a shortcode or the theme puts it', 'obolus' ),
		);
	}

	/**
	 * Who is asked for the numbers.
	 *
	 * @return array<string, string> Each with its label.
	 */
	private function counts(): array {
		return array(
			'off'    => __( 'Not before a reader turns to the button', 'obolus' ),
			'site'   => __( 'At once: the reader’s browser asks this site, which asks the server once a minute', 'obolus' ),
			'direct' => __( 'At once: the reader’s browser asks the server', 'obolus' ),
		);
	}

	/**
	 * When a feed says how to support it.
	 *
	 * @return array<string, string> Each with its label.
	 */
	private function funding(): array {
		return array(
			'auto' => __( 'In feeds with audio', 'obolus' ),
			'on'   => __( 'In every feed', 'obolus' ),
			'off'  => __( 'Never', 'obolus' ),
		);
	}
}
