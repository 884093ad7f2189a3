<?php
/**
 * What helps those who help.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Script;
use Obolus\Connection\Connection;
use Obolus\Connection\Proof;
use Obolus\Settings;
use Obolus\Things\Records;
use Obolus\Things\Sender;
use Obolus\Things\Stuck;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The section "Obolus" under Tools > Site Health > Info, which people copy into public places: no secret, and no name in the copy. */
final class Debug_Information {

	private const CHOICES = array( 'placement', 'button_types', 'front_page', 'layout', 'counts', 'payment_links', 'feed_button', 'podcast_funding', 'post_types', 'category', 'language', 'hidden' );

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * To which server and as whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * How far the proof of the site is.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * What draws the button.
	 *
	 * @var Script
	 */
	private $script;

	/**
	 * Made of what it shows.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server and as whom.
	 * @param Proof      $proof      How far the proof of the site is.
	 * @param Script     $script     What draws the button.
	 */
	public function __construct( Settings $settings, Connection $connection, Proof $proof, Script $script ) {
		$this->settings   = $settings;
		$this->connection = $connection;
		$this->proof      = $proof;
		$this->script     = $script;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_filter( 'debug_information', array( $this, 'add' ) );
	}

	/**
	 * Adds the section.
	 *
	 * @param mixed $information Of WordPress and others.
	 * @return mixed
	 */
	public function add( $information ) {
		if ( is_array( $information ) ) {
			$information['obolus'] = array(
				'label'  => __( 'Obolus', 'obolus' ),
				'fields' => $this->connection() + $this->posts() + $this->choices(),
			);
		}
		return $information;
	}

	/**
	 * The connection.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function connection(): array {
		$how = $this->connection->is_pasted() ? 'token' : 'app';
		return array(
			'version'  => self::field( __( 'Version', 'obolus' ), \Obolus\VERSION ),
			'server'   => self::field( __( 'Server', 'obolus' ), $this->connection->server() ),
			'how'      => self::field( __( 'Connected by', 'obolus' ), $this->connection->is_there() ? $how : '' ),
			'username' => self::field( __( 'Connected as', 'obolus' ), $this->connection->username() ) + array( 'private' => true ),
			'proof'    => self::field( __( 'Proof of the site', 'obolus' ), $this->connection->is_there() ? $this->proof->sentence() : '' ),
			'script'   => self::field( __( 'Script of the button', 'obolus' ), $this->script->is_there() ),
		);
	}

	/**
	 * The posts and what runs for them.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function posts(): array {
		$fields = array();
		foreach ( ( new Records() )->counts() as $state => $count ) {
			/* translators: %s: the state of posts, such as "waiting" */
			$fields[ $state ] = self::field( sprintf( __( 'Posts: %s', 'obolus' ), $state ), (string) $count );
		}
		$stuck = ( new Stuck() )->count();
		$next  = wp_next_scheduled( Sender::HOOK );
		return $fields + array(
			'stuck' => self::field( __( 'Posts that have waited for longer than an hour', 'obolus' ), (string) $stuck ),
			'next'  => self::field( __( 'Next run', 'obolus' ), false === $next ? '' : gmdate( 'c', $next ) ),
		);
	}

	/**
	 * What the owner has chosen.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function choices(): array {
		$fields = array();
		foreach ( self::CHOICES as $name ) {
			$fields[ $name ] = self::field( $name, $this->settings->get( $name ) );
		}
		return $fields;
	}

	/**
	 * A field as Site Health wants it.
	 *
	 * @param string $label For people.
	 * @param mixed  $value A text, a yes or no, or a list.
	 * @return array<string, mixed>
	 */
	private static function field( string $label, $value ): array {
		if ( is_bool( $value ) ) {
			$value = $value ? 'yes' : 'no';
		}
		$text = is_array( $value ) ? implode( ', ', array_filter( $value, 'is_string' ) ) : (string) $value;
		return array(
			'label' => $label,
			'value' => '' === $text ? '–' : $text,
		);
	}
}
