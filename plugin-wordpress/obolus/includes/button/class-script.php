<?php
/**
 * The script that draws the buttons.
 *
 * @package Obolus
 */

namespace Obolus\Button;

use Obolus\Connection\Connection;
use Obolus\Settings;
use Obolus\Things\Post_Settings;
use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The loader. It lies in the plugin, put there when the plugin is built, and comes only to pages with a button. */
final class Script {

	public const HANDLE = 'obolus-button';

	private const PATH = 'assets/button.js';

	/** The place that a button takes once it is drawn, kept free until then so that nothing moves. */
	private const ROOM = '@media (scripting:enabled){flattr-button:not(:defined){display:inline-block;width:55px;height:62px;overflow:hidden;vertical-align:middle}'
		. 'flattr-button[layout="compact"]:not(:defined){width:110px;height:20px}'
		. 'flattr-button[layout="icon"]:not(:defined){width:24px;height:24px}'
		. 'flattr-button[layout="text"]:not(:defined){width:80px;height:24px}}';

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
		add_action( 'wp_enqueue_scripts', array( $this, 'expect' ) );
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

	/** Keeps room from the head on where the plugin will add a button; elsewhere the room comes with the button. */
	public function expect(): void {
		$post = is_singular() ? get_queried_object() : null;
		if ( ! $post instanceof WP_Post || ! $this->is_there() || ! $this->connection->is_there() ) {
			return;
		}
		$is_drawn = 'off' !== $this->settings->get( 'placement' ) && Button::PICTURE !== $this->settings->get( 'layout' );
		$is_open  = '' === Post_Settings::get( $post->ID, 'off' ) && ! post_password_required( $post );
		if ( $is_drawn && $is_open && in_array( $post->post_type, (array) $this->settings->get( 'button_types' ), true ) ) {
			$this->make_room();
		}
	}

	/** Lets the script come to this page. */
	public function enqueue(): void {
		$this->make_room();
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

	/** Lets the style come to this page, once. */
	private function make_room(): void {
		if ( wp_style_is( self::HANDLE, 'registered' ) ) {
			return;
		}
		wp_register_style( self::HANDLE, false, array(), \Obolus\VERSION );
		wp_add_inline_style( self::HANDLE, self::ROOM );
		wp_enqueue_style( self::HANDLE );
	}

	/** The place on this site that knows the numbers, when the owner has chosen it; without permalinks there is none. */
	private function counter(): string {
		$place = 'site' === $this->settings->get( 'counts' ) ? rest_url( Counts_Route::SPACE . '/' ) : '';
		return false === strpos( $place, '?' ) ? $place : '';
	}
}
