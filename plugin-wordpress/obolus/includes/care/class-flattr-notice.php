<?php
/**
 * The question whether settings of the old Flattr plugin are taken over.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Connection\Gate;
use Obolus\Connection\Notices;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Asks on the settings page, once; nothing is taken over by itself. */
final class Flattr_Notice {

	public const TAKE    = 'obolus_flattr_take';
	public const DISMISS = 'obolus_flattr_dismiss';
	public const OPTION  = 'obolus_flattr_asked';

	/** Where that plugin lies. */
	private const PLUGIN = 'flattr/flattr.php';

	/**
	 * What that plugin has left.
	 *
	 * @var Flattr_Settings
	 */
	private $old;

	/**
	 * What it has kept with posts.
	 *
	 * @var Flattr_Posts
	 */
	private $posts;

	/**
	 * The words.
	 *
	 * @var Flattr_Words
	 */
	private $words;

	/**
	 * Made of what it asks about.
	 *
	 * @param Flattr_Settings $old   What that plugin has left.
	 * @param Flattr_Posts    $posts What it has kept with posts.
	 * @param Flattr_Words    $words The words.
	 */
	public function __construct( Flattr_Settings $old, Flattr_Posts $posts, Flattr_Words $words ) {
		$this->old   = $old;
		$this->posts = $posts;
		$this->words = $words;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_notices', array( $this, 'show' ) );
		add_action( 'admin_post_' . self::TAKE, array( $this, 'take' ) );
		add_action( 'admin_post_' . self::DISMISS, array( $this, 'dismiss' ) );
	}

	/** Asks, where there is something to take over and nobody has answered. */
	public function show(): void {
		$screen = get_current_screen();
		if ( null === $screen || 'settings_page_' . Gate::PAGE !== $screen->id || ! $this->is_open() ) {
			return;
		}
		printf( '<div class="notice notice-info"><p><strong>%s</strong></p>', esc_html__( 'Settings of the Flattr plugin were found', 'obolus' ) );
		$this->write( __( 'They can be taken over, also those of single posts. What the Flattr plugin has kept stays as it is.', 'obolus' ), $this->words->of( $this->old->equivalents() ) );
		$this->write( __( 'Not taken over:', 'obolus' ), $this->old->others() );
		if ( is_plugin_active( self::PLUGIN ) ) {
			$this->write( __( 'The Flattr plugin is still active, and shows its own buttons. Deactivate it.', 'obolus' ), array() );
		}
		$this->ask( self::TAKE, __( 'Take over these settings', 'obolus' ), 'primary' );
		$this->ask( self::DISMISS, __( 'Do not ask again', 'obolus' ), 'secondary' );
		echo '</div>';
	}

	/** Takes the settings over, and says what was taken and what was not. */
	public function take(): void {
		Gate::admit( self::TAKE );
		if ( ! $this->is_open() ) {
			Gate::back( __( 'There is nothing to take over.', 'obolus' ) );
		}
		$settings = $this->old->equivalents();
		foreach ( $settings as $name => $value ) {
			update_option( Settings::option( $name ), $value );
		}
		$this->posts->begin();
		update_option( self::OPTION, 'taken', false );
		$others = $this->old->others();
		if ( array() !== $others ) {
			/* translators: %s: a list of things */
			Notices::add( sprintf( __( 'Not taken over: %s.', 'obolus' ), implode( '; ', $others ) ), 'info' );
		}
		/* translators: %s: a list of settings with what was chosen */
		Gate::back( sprintf( __( 'Taken over, with what was chosen for single posts: %s.', 'obolus' ), implode( '; ', $this->words->of( $settings ) ) ), 'success' );
	}

	/** Does not ask again. */
	public function dismiss(): void {
		Gate::admit( self::DISMISS );
		update_option( self::OPTION, 'dismissed', false );
		wp_safe_redirect( Gate::page() );
		exit;
	}

	/** Whether somebody who may answer has not done so, and there is something to take over. */
	private function is_open(): bool {
		return current_user_can( Gate::MAY ) && '' === get_option( self::OPTION, '' ) && $this->old->are_there();
	}

	/**
	 * Writes a sentence and a list.
	 *
	 * @param string   $sentence Above the list.
	 * @param string[] $lines    Of the list.
	 */
	private function write( string $sentence, array $lines ): void {
		printf( '<p>%s</p>', esc_html( $sentence ) );
		if ( array() !== $lines ) {
			echo '<ul class="ul-disc">';
			foreach ( $lines as $line ) {
				printf( '<li>%s</li>', esc_html( $line ) );
			}
			echo '</ul>';
		}
	}

	/**
	 * Writes a form that is a button.
	 *
	 * @param string $action What it is for.
	 * @param string $label  For people.
	 * @param string $kind   Of WordPress's buttons.
	 */
	private function ask( string $action, string $label, string $kind ): void {
		printf( '<form action="%s" method="post"><input type="hidden" name="action" value="%s">', esc_url( admin_url( 'admin-post.php' ) ), esc_attr( $action ) );
		wp_nonce_field( $action, '_wpnonce', false );
		submit_button( $label, $kind, 'submit', true, array( 'id' => $action ) );
		echo '</form>';
	}
}
