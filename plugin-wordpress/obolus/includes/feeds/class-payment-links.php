<?php
/**
 * What programs look for that pay.
 *
 * @package Obolus
 */

namespace Obolus\Feeds;

use Obolus\Button\Button;
use Obolus\Button\Thing;
use Obolus\Button\Things;
use Obolus\Connection\Connection;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Says in heads and feeds where each post can be flattred, and below the items of a feed also to people. */
final class Payment_Links {

	private const HEAD = array(
		'link' => array(
			'rel'   => true,
			'type'  => true,
			'title' => true,
			'href'  => true,
		),
	);

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * To which server the links lead.
	 *
	 * @var Connection
	 */
	private $connection;

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
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server the links lead.
	 * @param Things     $things     What can be flattred.
	 * @param Button     $button     What writes the button.
	 */
	public function __construct( Settings $settings, Connection $connection, Things $things, Button $button ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->things     = $things;
		$this->button     = $button;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'wp_head', array( $this, 'in_head' ) );
		add_action( 'rss2_item', array( $this, 'in_rss' ) );
		add_action( 'atom_entry', array( $this, 'in_atom' ) );
		add_filter( 'the_content_feed', array( $this, 'below' ) );
	}

	/** In the head of a page that shows one post. */
	public function in_head(): void {
		$address = is_singular() ? $this->address( get_queried_object() ) : '';
		if ( '' === $address ) {
			return;
		}
		$link = '<link rel="payment" type="text/html" title="' . esc_attr__( 'Flattr this', 'obolus' ) . '" href="' . esc_url( $address ) . "\">\n";
		/**
		 * The payment link in the head of a page.
		 *
		 * @param string $link Its HTML.
		 */
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- Themes know it from Flattr's own plugin.
		echo wp_kses( (string) apply_filters( 'flattr_inject_into_head', $link ), self::HEAD );
	}

	/** In an item of RSS. */
	public function in_rss(): void {
		$address = $this->address( get_post() );
		if ( '' !== $address ) {
			printf( "\t\t<atom:link rel=\"payment\" type=\"text/html\" href=\"%s\" />\n", esc_url( $address ) );
		}
	}

	/** In an entry of Atom. */
	public function in_atom(): void {
		$address = $this->address( get_post() );
		if ( '' !== $address ) {
			printf( "\t\t<link rel=\"payment\" type=\"text/html\" href=\"%s\" />\n", esc_url( $address ) );
		}
	}

	/**
	 * The button below the content of an item.
	 *
	 * @param mixed $content The content of the item.
	 * @return mixed With the button, where the owner wants one.
	 */
	public function below( $content ) {
		$thing = $this->settings->get( 'feed_button' ) && is_string( $content ) ? $this->things->of_post() : null;
		return null === $thing ? $content : $content . "\n<p>" . $this->button->still( $thing ) . '</p>';
	}

	/**
	 * Where a post can be flattred; nothing when it cannot, or the owner wants no links.
	 *
	 * @param mixed $post The post.
	 */
	private function address( $post ): string {
		$thing = $this->settings->get( 'payment_links' ) && $this->connection->is_there() ? $this->things->of_post( $post ) : null;
		return $thing instanceof Thing ? $thing->submit_address( $this->connection->server() ) : '';
	}
}
