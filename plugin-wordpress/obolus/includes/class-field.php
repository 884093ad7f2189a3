<?php
/**
 * The fields of the settings page.
 *
 * @package Obolus
 */

namespace Obolus;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Draws the field of one setting: a list, a box, a box for each kind of posts, or a line. */
final class Field {

	/**
	 * What was chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings $settings What was chosen.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * Adds a field to a section of the page.
	 *
	 * @param string       $section Of the page "obolus".
	 * @param string       $name    Of the setting.
	 * @param string       $label   For people.
	 * @param string       $kind    One of choice, box, types, line.
	 * @param array|string $more    Of a choice the texts by value, otherwise what to say beside it.
	 */
	public function add( string $section, string $name, string $label, string $kind, $more = '' ): void {
		$id   = Settings::option( $name );
		$what = array(
			'name'      => $name,
			'label'     => $label,
			'more'      => $more,
			'label_for' => 'choice' === $kind || 'line' === $kind ? $id : '',
		);
		add_settings_field( $id, $label, array( $this, $kind ), 'obolus', $section, $what );
	}

	/**
	 * A list of which one is chosen.
	 *
	 * @param array<string, mixed> $field Its name, and texts by value.
	 */
	public function choice( array $field ): void {
		$id = Settings::option( $field['name'] );
		printf( '<select id="%1$s" name="%1$s">', esc_attr( $id ) );
		self::options( $field['more'], (string) $this->settings->get( $field['name'] ) );
		echo '</select>';
	}

	/**
	 * A box to tick.
	 *
	 * @param array<string, mixed> $field Its name and label, and what it means.
	 */
	public function box( array $field ): void {
		self::begin_group( $field['label'] );
		printf(
			'<label><input type="checkbox" name="%s" value="1"%s> %s</label></fieldset>',
			esc_attr( Settings::option( $field['name'] ) ),
			checked( (bool) $this->settings->get( $field['name'] ), true, false ),
			esc_html( $field['more'] )
		);
	}

	/**
	 * A box for each kind of posts that everybody can see.
	 *
	 * @param array<string, mixed> $field Its name and label, and the kinds by their names.
	 */
	public function types( array $field ): void {
		self::begin_group( $field['label'] );
		$chosen = (array) $this->settings->get( $field['name'] );
		foreach ( $field['more'] as $type ) {
			printf(
				'<label><input type="checkbox" name="%s[]" value="%s"%s> %s</label><br>',
				esc_attr( Settings::option( $field['name'] ) ),
				esc_attr( $type ),
				checked( in_array( $type, $chosen, true ), true, false ),
				esc_html( get_post_type_object( $type )->labels->name )
			);
		}
		echo '</fieldset>';
	}

	/**
	 * A line of text.
	 *
	 * @param array<string, mixed> $field Its name, and what to write.
	 */
	public function line( array $field ): void {
		printf(
			'<input type="text" class="regular-text" id="%1$s" name="%1$s" value="%2$s"><p class="description">%3$s</p>',
			esc_attr( Settings::option( $field['name'] ) ),
			esc_attr( (string) $this->settings->get( $field['name'] ) ),
			esc_html( $field['more'] )
		);
	}

	/**
	 * Begins a group of boxes, which has its label also for those who do not see it beside them.
	 *
	 * @param string $label For people.
	 */
	private static function begin_group( string $label ): void {
		printf( '<fieldset><legend class="screen-reader-text"><span>%s</span></legend>', esc_html( $label ) );
	}

	/**
	 * The options of a list.
	 *
	 * @param array<string, string> $texts  By value.
	 * @param string                $chosen Which of them is chosen.
	 */
	public static function options( array $texts, string $chosen ): void {
		foreach ( $texts as $value => $text ) {
			printf( '<option value="%1$s"%2$s>%3$s</option>', esc_attr( $value ), selected( $chosen, $value, false ), esc_html( $text ) );
		}
	}
}
