<?php
/**
 * The page of a network's defaults.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Fields;
use Obolus\Connection\Gate;
use Obolus\Field;
use Obolus\Network_Defaults;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Network Admin > Settings > Obolus, for whoever may manage the options of the network. */
final class Network_Page {

	public const MAY  = 'manage_network_options';
	public const SAVE = 'obolus_defaults';

	/**
	 * What can be chosen.
	 *
	 * @var Fields
	 */
	private $fields;

	/**
	 * Made of what it asks for.
	 *
	 * @param Fields $fields What can be chosen.
	 */
	public function __construct( Fields $fields ) {
		$this->fields = $fields;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'network_admin_menu', array( $this, 'add' ) );
		add_action( 'network_admin_edit_' . self::SAVE, array( $this, 'save' ) );
	}

	/** Adds the page to the menu. */
	public function add(): void {
		add_submenu_page( 'settings.php', __( 'Obolus', 'obolus' ), __( 'Obolus', 'obolus' ), self::MAY, Gate::PAGE, array( $this, 'show' ) );
	}

	/** Keeps what was sent. */
	public function save(): void {
		if ( ! current_user_can( self::MAY ) ) {
			wp_die( esc_html__( 'Only who runs this network may change its defaults.', 'obolus' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( self::SAVE );
		$sent = array();
		foreach ( Network_Defaults::NAMES as $name ) {
			$sent[ $name ] = Gate::text( $_POST, $name );
		}
		$updated = Network_Defaults::keep( $sent ) ? 'true' : 'false';
		wp_safe_redirect( network_admin_url( 'settings.php?page=' . Gate::PAGE . "&updated=$updated" ) );
		exit;
	}

	/** Shows the page. */
	public function show(): void {
		if ( ! current_user_can( self::MAY ) ) {
			return;
		}
		echo '<div class="wrap"><h1>' . esc_html__( 'Obolus', 'obolus' ) . '</h1>';
		$this->say_what_happened();
		printf(
			'<p>%s</p><form action="%s" method="post">',
			esc_html__( 'What holds for the sites of this network that have chosen nothing else. Each site is connected by whoever runs it.', 'obolus' ),
			esc_url( network_admin_url( 'edit.php?action=' . self::SAVE ) )
		);
		wp_nonce_field( self::SAVE );
		echo '<table class="form-table" role="presentation">';
		$this->ask_for_server();
		$this->ask_for_choices();
		echo '</table>';
		submit_button();
		echo '</form></div>';
	}

	/** The fields of all that is a choice. */
	private function ask_for_choices(): void {
		$labels = $this->fields->labels();
		foreach ( array_intersect( Network_Defaults::NAMES, array_keys( $labels ) ) as $name ) {
			list( , $label, $kind, $more ) = $labels[ $name ];
			$this->ask_for( $name, $label, 'choice' === $kind ? $more : $this->yes_or_no( $more ) );
		}
	}

	/** Says that what was sent is kept, or that the address is none. */
	private function say_what_happened(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Nothing is changed by it.
		$updated = Gate::text( $_GET, 'updated' );
		if ( 'true' === $updated ) {
			printf( '<div class="notice notice-success"><p>%s</p></div>', esc_html__( 'Settings saved.', 'obolus' ) );
		} elseif ( 'false' === $updated ) {
			printf( '<div class="notice notice-error"><p>%s</p></div>', esc_html__( 'Write the address of the server, beginning with https://.', 'obolus' ) );
		}
	}

	/** The field of the server's address. */
	private function ask_for_server(): void {
		printf(
			'<tr><th scope="row"><label for="obolus-server">%s</label></th><td>'
				. '<input type="url" class="regular-text code" id="obolus-server" name="server" value="%s" placeholder="https://"></td></tr>',
			esc_html__( 'Address of the server', 'obolus' ),
			esc_attr( (string) Network_Defaults::get( 'server' ) )
		);
	}

	/**
	 * The field of a setting.
	 *
	 * @param string                $name  Of the setting.
	 * @param string                $label For people.
	 * @param array<string, string> $texts By value.
	 */
	private function ask_for( string $name, string $label, array $texts ): void {
		$chosen  = Network_Defaults::get( $name );
		$default = Settings::all()[ $name ]['default'];
		/* translators: %s: a choice, such as "After the content" */
		$texts = array( '' => sprintf( __( 'As the plugin has it: %s', 'obolus' ), $texts[ self::written( $default ) ] ) ) + $texts;
		printf( '<tr><th scope="row"><label for="obolus-%1$s">%2$s</label></th><td><select id="obolus-%1$s" name="%1$s">', esc_attr( $name ), esc_html( $label ) );
		Field::options( $texts, null === $chosen ? '' : self::written( $chosen ) );
		echo '</select></td></tr>';
	}

	/**
	 * The two choices of a box.
	 *
	 * @param string $means What a yes means.
	 * @return array<string, string>
	 */
	private function yes_or_no( string $means ): array {
		return array(
			/* translators: %s: what a yes means */
			'true'  => sprintf( __( 'Yes: %s', 'obolus' ), $means ),
			'false' => __( 'No', 'obolus' ),
		);
	}

	/**
	 * A value as the form sends it.
	 *
	 * @param mixed $value A text, or a yes or no.
	 */
	private static function written( $value ): string {
		if ( is_bool( $value ) ) {
			return $value ? 'true' : 'false';
		}
		return (string) $value;
	}
}
