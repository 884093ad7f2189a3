<?php
/**
 * The fields of the settings page.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Field;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

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

	/** Adds the section with its fields to the page. */
	public function add(): void {
		add_settings_section( 'obolus_things', __( 'What is registered', 'obolus' ), '__return_null', 'obolus' );
		$types  = Choices::types( get_post_types( array( 'public' => true ) ) );
		$fields = array(
			'post_types' => array( __( 'Kinds of posts', 'obolus' ), 'types', $types ),
			'category'   => array( __( 'Category', 'obolus' ), 'choice', Category::all() ),
			'language'   => array( __( 'Language', 'obolus' ), 'choice', Language::names() ),
			'extra_tags' => array( __( 'Tags for every post', 'obolus' ), 'line', __( 'With commas between.', 'obolus' ) ),
			'hidden'     => array( __( 'Listings', 'obolus' ), 'box', __( 'Hide posts from the server’s listings', 'obolus' ) ),
		);
		$field  = new Field( $this->settings );
		foreach ( $fields as $name => list( $label, $kind, $more ) ) {
			$field->add( 'obolus_things', $name, $label, $kind, $more );
		}
	}
}
