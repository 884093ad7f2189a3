<?php
/**
 * The script that draws the buttons.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Connection;
use Obolus\Settings;

/** The loader. It lies in the plugin, put there when the plugin is built, and comes only to pages with a button. */
final class Script {

	public const HANDLE = 'obolus-button';

	private const PATH = 'assets/button.js';

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Where the script's server is.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * The folder of the plugin.
	 *
	 * @var string
	 */
	private $folder;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection Where the script's server is.
	 * @param string     $folder     The folder of the plugin, with a slash at its end.
	 */
	public function __construct( Settings $settings, Connection $connection, string $folder ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->folder     = $folder;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'script_loader_tag', array( $this, 'name_the_server' ), 10, 2 );
		add_action( 'enqueue_block_assets', array( $this, 'draw_in_editor' ) );
	}

	/** In the editor a button may come at any time. */
	public function draw_in_editor(): void {
		if ( is_admin() && $this->is_there() && $this->connection->is_there() ) {
			$this->enqueue();
		}
	}

	/** Whether the plugin was built with its script; a working copy of the sources has none. */
	public function is_there(): bool {
		return is_file( $this->folder . self::PATH );
	}

	/** Whether it may ask for numbers before a reader turns to a button. */
	public function has_numbers(): bool {
		return 'direct' === $this->settings->get( 'counts' ) || '' !== $this->counter();
	}

	/** Lets the script come to this page. */
	public function enqueue(): void {
		wp_enqueue_script( self::HANDLE, plugins_url( self::PATH, \Obolus\FILE ), array(), \Obolus\VERSION, true );
	}

	/**
	 * Tells the script where its server is, and lets the page not wait for it.
	 *
	 * @param mixed $tag    The script's tag, with what other plugins have put around it.
	 * @param mixed $handle Whose it is.
	 * @return mixed The tag.
	 */
	public function name_the_server( $tag, $handle ) {
		if ( self::HANDLE !== $handle || ! is_string( $tag ) ) {
			return $tag;
		}
		$counter = $this->counter();
		$said    = '<script async data-server="' . esc_url( $this->connection->server() ) . '"';
		$said   .= '' === $counter ? '' : ' data-counts="' . esc_url( $counter ) . '"';
		return preg_replace_callback(
			'/<script(?=[^>]*\ssrc=)/',
			static function () use ( $said ): string {
				return $said;
			},
			$tag,
			1
		);
	}

	/** The place on this site that knows the numbers, when the owner has chosen it; without permalinks there is none. */
	private function counter(): string {
		$place = 'site' === $this->settings->get( 'counts' ) ? rest_url( Counts_Route::SPACE . '/' ) : '';
		return false === strpos( $place, '?' ) ? $place : '';
	}
}
