<?php
/**
 * The page of the settings.
 *
 * @package Obolus
 */

namespace Obolus;

use Obolus\Connection\Connection;
use Obolus\Connection\Gate;
use Obolus\Connection\Panel;
use Obolus\Connection\Proof;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Settings > Obolus: the connection above, and below it the sections that the parts of the plugin add. */
final class Settings_Page {

	/** The sections that have nothing to save, below the button that saves the others. */
	public const BELOW = Gate::PAGE . '_below';

	/**
	 * The connection.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * The proof of the site.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * Made of what it shows.
	 *
	 * @param Connection $connection The connection.
	 * @param Proof      $proof      The proof of the site.
	 */
	public function __construct( Connection $connection, Proof $proof ) {
		$this->connection = $connection;
		$this->proof      = $proof;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_menu', array( $this, 'add' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( $this, 'add_link' ) );
	}

	/** Adds the page to the menu. */
	public function add(): void {
		add_options_page( __( 'Obolus', 'obolus' ), __( 'Obolus', 'obolus' ), Gate::MAY, Gate::PAGE, array( $this, 'show' ) );
	}

	/**
	 * Adds a link to the page to the list of plugins.
	 *
	 * @param mixed $links What is there.
	 * @return mixed
	 */
	public function add_link( $links ) {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( Gate::page() ), esc_html__( 'Settings', 'obolus' ) );
		return is_array( $links ) ? array_merge( array( $link ), $links ) : $links;
	}

	/** Shows the page. */
	public function show(): void {
		if ( ! current_user_can( Gate::MAY ) ) {
			return;
		}
		echo '<div class="wrap"><h1>' . esc_html__( 'Obolus', 'obolus' ) . '</h1>';
		( new Panel( $this->connection, $this->proof ) )->show();
		if ( ! empty( $GLOBALS['wp_settings_sections'][ Gate::PAGE ] ) ) {
			echo '<form action="options.php" method="post">';
			settings_fields( Gate::PAGE );
			do_settings_sections( Gate::PAGE );
			submit_button();
			echo '</form>';
		}
		do_settings_sections( self::BELOW );
		echo '</div>';
	}
}
