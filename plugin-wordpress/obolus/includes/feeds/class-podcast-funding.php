<?php
/**
 * How a podcast says where it is supported.
 *
 * @package Obolus
 */

namespace Obolus\Feeds;

use Obolus\Button\Things;
use Obolus\Connection\Connection;
use Obolus\Settings;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Writes podcast:funding into the channel of a feed with audio, or of every feed. */
final class Podcast_Funding {

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * To which server the link leads.
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
	 * Made of what it uses.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server the link leads.
	 * @param Things     $things     What can be flattred.
	 */
	public function __construct( Settings $settings, Connection $connection, Things $things ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->things     = $things;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'rss2_head', array( $this, 'in_channel' ) );
	}

	/** Names the namespace at the element: a podcast plugin may have named it at the top, and twice is broken XML. */
	public function in_channel(): void {
		$site = $this->things->of_site();
		if ( null === $site || ! $this->connection->is_there() || ! $this->is_wanted() ) {
			return;
		}
		printf(
			"\t<podcast:funding xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" url=\"%s\">%s</podcast:funding>\n",
			esc_url( $site->submit_address( $this->connection->server() ) ),
			esc_html__( 'Flattr this podcast', 'obolus' )
		);
	}

	/** Whether the owner wants it in this feed. */
	private function is_wanted(): bool {
		$chosen = $this->settings->get( 'podcast_funding' );
		return 'on' === $chosen || ( 'auto' === $chosen && $this->has_audio() );
	}

	/** Whether a post of the feed has a sound to listen to. */
	private function has_audio(): bool {
		global $wp_query;
		foreach ( (array) $wp_query->posts as $post ) {
			foreach ( $post instanceof WP_Post ? (array) get_post_meta( $post->ID, 'enclosure' ) : array() as $enclosure ) {
				if ( is_string( $enclosure ) && 1 === preg_match( '#^\s*audio/#m', $enclosure ) ) {
					return true;
				}
			}
		}
		return false;
	}
}
