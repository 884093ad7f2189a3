<?php
/**
 * The part of the settings page that is about buttons.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Field;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

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
		$field = new Field( $this->settings );
		foreach ( $this->labels() as $name => list( $section, $label, $kind, $more ) ) {
			$field->add( $section, $name, $label, $kind, $more );
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
	 * The fields: section, label, kind, and the texts of a list or what a yes means.
	 *
	 * @return array<string, array{0: string, 1: string, 2: string, 3: array<int|string, string>|string}>
	 */
	public function labels(): array {
		return array(
			'placement'       => array( 'obolus_button', __( 'Place', 'obolus' ), 'choice', $this->places() ),
			'button_types'    => array( 'obolus_button', __( 'Shown on', 'obolus' ), 'types', array_values( get_post_types( array( 'public' => true ) ) ) ),
			'front_page'      => array( 'obolus_button', __( 'Lists', 'obolus' ), 'box', __( 'Also where posts stand one below the other: front page, archives', 'obolus' ) ),
			'layout'          => array( 'obolus_button', __( 'Layout', 'obolus' ), 'choice', self::layouts() ),
			'counts'          => array( 'obolus_button', __( 'Numbers', 'obolus' ), 'choice', $this->counts() ),
			'payment_links'   => array( 'obolus_feeds', __( 'Payment links', 'obolus' ), 'box', __( 'In the head of posts and in feeds, for programs that look for them', 'obolus' ) ),
			'feed_button'     => array( 'obolus_feeds', __( 'Button in feeds', 'obolus' ), 'box', __( 'A picture in a link below each post of a feed', 'obolus' ) ),
			'podcast_funding' => array( 'obolus_feeds', __( 'Podcast funding', 'obolus' ), 'choice', $this->funding() ),
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
