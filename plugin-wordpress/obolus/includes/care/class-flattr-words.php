<?php
/**
 * What is taken over, in words.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Fields;
use Obolus\Things\Category;
use Obolus\Things\Language;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Names settings and what is chosen of them as the settings page does. */
final class Flattr_Words {

	/**
	 * What can be chosen of the button.
	 *
	 * @var Fields
	 */
	private $fields;

	/**
	 * Made of what it names.
	 *
	 * @param Fields $fields What can be chosen of the button.
	 */
	public function __construct( Fields $fields ) {
		$this->fields = $fields;
	}

	/**
	 * One line for each setting.
	 *
	 * @param array<string, mixed> $settings By their names.
	 * @return string[]
	 */
	public function of( array $settings ): array {
		$labels = array(
			'post_types' => __( 'Kinds of posts', 'obolus' ),
			'category'   => __( 'Category', 'obolus' ),
			'language'   => __( 'Language', 'obolus' ),
			'extra_tags' => __( 'Tags for every post', 'obolus' ),
			'hidden'     => __( 'Hide posts from the server’s listings', 'obolus' ),
		);
		$labels = array_map( static fn ( array $field ): string => $field[1], $this->fields->labels() ) + $labels;
		$lines  = array();
		foreach ( $settings as $name => $value ) {
			/* translators: 1: the name of a setting, 2: what was chosen */
			$lines[] = sprintf( __( '%1$s: %2$s', 'obolus' ), $labels[ $name ] ?? $name, $this->value( $name, $value ) );
		}
		return $lines;
	}

	/**
	 * What was chosen, as text.
	 *
	 * @param string $name  Of the setting.
	 * @param mixed  $value A text, kinds of posts that there are, or a yes or no.
	 */
	private function value( string $name, $value ): string {
		if ( is_bool( $value ) ) {
			return $value ? __( 'Yes', 'obolus' ) : __( 'No', 'obolus' );
		}
		if ( is_array( $value ) ) {
			return implode( ', ', array_map( static fn ( string $type ): string => get_post_type_object( $type )->labels->name, $value ) );
		}
		$known = array(
			'category' => Category::all(),
			'language' => Language::names(),
		);
		$texts = $known[ $name ] ?? $this->fields->labels()[ $name ][3] ?? array();
		return is_array( $texts ) && isset( $texts[ $value ] ) ? $texts[ $value ] : (string) $value;
	}
}
