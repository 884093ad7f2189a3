<?php
/**
 * The fields of the settings page.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Settings;

/** What the owner chooses for all posts, as fields of the page "obolus". */
final class Fields {

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

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_init', array( $this, 'add' ) );
	}

	/** The section with its fields. */
	public function add(): void {
		add_settings_section( 'obolus_things', __( 'What is registered', 'obolus' ), '__return_null', 'obolus' );
		$fields = array(
			'post_types' => array( 'types', __( 'Kinds of posts', 'obolus' ) ),
			'category'   => array( 'choice', __( 'Category', 'obolus' ), Category::all() ),
			'language'   => array( 'choice', __( 'Language', 'obolus' ), array_combine( Language::all(), Language::all() ) ),
			'extra_tags' => array( 'line', __( 'Tags for every post', 'obolus' ), __( 'With commas between.', 'obolus' ) ),
			'hidden'     => array( 'box', __( 'Listings', 'obolus' ), __( 'Hide posts from the server’s listings', 'obolus' ) ),
		);
		foreach ( $fields as $name => $field ) {
			$what = array(
				'name'      => $name,
				'more'      => $field[2] ?? '',
				'label_for' => 'choice' === $field[0] || 'line' === $field[0] ? Settings::option( $name ) : '',
			);
			add_settings_field( Settings::option( $name ), $field[1], array( $this, $field[0] ), 'obolus', 'obolus_things', $what );
		}
	}

	/**
	 * A box for each type of posts.
	 *
	 * @param array<string, mixed> $field Its name.
	 */
	public function types( array $field ): void {
		$chosen = (array) $this->settings->get( $field['name'] );
		foreach ( Choices::types( get_post_types( array( 'public' => true ) ) ) as $type ) {
			printf(
				'<label><input type="checkbox" name="%s[]" value="%s"%s> %s</label><br>',
				esc_attr( Settings::option( $field['name'] ) ),
				esc_attr( $type ),
				checked( in_array( $type, $chosen, true ), true, false ),
				esc_html( get_post_type_object( $type )->labels->name )
			);
		}
	}

	/**
	 * A list to choose from.
	 *
	 * @param array<string, mixed> $field Its name, and texts by value.
	 */
	public function choice( array $field ): void {
		$id = Settings::option( $field['name'] );
		printf( '<select id="%s" name="%s">', esc_attr( $id ), esc_attr( $id ) );
		foreach ( $field['more'] as $value => $text ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $this->settings->get( $field['name'] ), $value, false ), esc_html( $text ) );
		}
		echo '</select>';
	}

	/**
	 * A line of text.
	 *
	 * @param array<string, mixed> $field Its name, and what to write.
	 */
	public function line( array $field ): void {
		$id = Settings::option( $field['name'] );
		printf(
			'<input type="text" class="regular-text" id="%s" name="%s" value="%s"><p class="description">%s</p>',
			esc_attr( $id ),
			esc_attr( $id ),
			esc_attr( (string) $this->settings->get( $field['name'] ) ),
			esc_html( $field['more'] )
		);
	}

	/**
	 * A box to tick.
	 *
	 * @param array<string, mixed> $field Its name, and what it means.
	 */
	public function box( array $field ): void {
		printf(
			'<label><input type="checkbox" name="%s" value="1"%s> %s</label>',
			esc_attr( Settings::option( $field['name'] ) ),
			checked( (bool) $this->settings->get( $field['name'] ), true, false ),
			esc_html( $field['more'] )
		);
	}
}
