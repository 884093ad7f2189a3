<?php
/**
 * Export and erasure of personal data.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Answers Tools > Export Personal Data and Tools > Erase Personal Data, also where nothing is kept. */
final class Privacy_Tools {

	private const NAME = 'obolus';

	/**
	 * What is kept about people.
	 *
	 * @var Personal
	 */
	private $personal;

	/**
	 * Made of what it shows and forgets.
	 *
	 * @param Personal $personal What is kept about people.
	 */
	public function __construct( Personal $personal ) {
		$this->personal = $personal;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'wp_privacy_personal_data_exporters', array( $this, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $this, 'add_eraser' ) );
	}

	/**
	 * Adds the exporter.
	 *
	 * @param mixed $exporters Of WordPress and others.
	 * @return array<string, mixed>
	 */
	public function add_exporter( $exporters ): array {
		$ours = array(
			'exporter_friendly_name' => __( 'Obolus', 'obolus' ),
			'callback'               => array( $this, 'export' ),
		);
		return array( self::NAME => $ours ) + (array) $exporters;
	}

	/**
	 * Adds the eraser.
	 *
	 * @param mixed $erasers Of WordPress and others.
	 * @return array<string, mixed>
	 */
	public function add_eraser( $erasers ): array {
		$ours = array(
			'eraser_friendly_name' => __( 'Obolus', 'obolus' ),
			'callback'             => array( $this, 'erase' ),
		);
		return array( self::NAME => $ours ) + (array) $erasers;
	}

	/**
	 * What is kept about the person with an address, on one page.
	 *
	 * @param mixed $address An e-mail address.
	 * @return array{data: array<int, array<string, mixed>>, done: bool}
	 */
	public function export( $address ): array {
		$person = self::person( $address );
		$kept   = null === $person ? array() : $this->personal->of( $person );
		$data   = array();
		foreach ( $kept as $name => $value ) {
			$data[] = compact( 'name', 'value' );
		}
		$group = array(
			'group_id'    => self::NAME,
			'group_label' => __( 'Obolus', 'obolus' ),
			'item_id'     => self::NAME . '-' . ( null === $person ? 0 : $person->ID ),
			'data'        => $data,
		);
		return array(
			'data' => array() === $data ? array() : array( $group ),
			'done' => true,
		);
	}

	/**
	 * Forgets what is kept about the person with an address, and says what stays.
	 *
	 * @param mixed $address An e-mail address.
	 * @return array{items_removed: bool, items_retained: bool, messages: string[], done: bool}
	 */
	public function erase( $address ): array {
		$person = self::person( $address );
		$stays  = null === $person ? '' : $this->personal->shared_with( $person );
		/* translators: %s: a username */
		$message = __( 'This site stays connected as %s. If that is this person, disconnect it under Settings > Obolus.', 'obolus' );
		return array(
			'items_removed'  => null !== $person && $this->personal->forget( $person ),
			'items_retained' => '' !== $stays,
			'messages'       => '' === $stays ? array() : array( sprintf( $message, $stays ) ),
			'done'           => true,
		);
	}

	/**
	 * Who has an address here.
	 *
	 * @param mixed $address An e-mail address.
	 */
	private static function person( $address ): ?WP_User {
		$person = is_string( $address ) ? get_user_by( 'email', $address ) : false;
		return $person instanceof WP_User ? $person : null;
	}
}
