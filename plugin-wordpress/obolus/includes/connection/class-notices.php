<?php
/**
 * What people are told.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Sentences for the one who did something, shown once; and what is wrong with the connection, shown until it is right. */
final class Notices {

	private const OPTION  = 'obolus_notices_';
	private const LONGEST = 500;
	private const PAGE    = 'settings_page_' . Gate::PAGE;

	/**
	 * The connection.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it watches.
	 *
	 * @param Connection $connection The connection.
	 */
	public function __construct( Connection $connection ) {
		$this->connection = $connection;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_notices', array( $this, 'show' ) );
	}

	/**
	 * Keeps a sentence for the person who is here.
	 *
	 * @param string $sentence What has happened.
	 * @param string $kind     Of WordPress's notices: success, error, warning.
	 */
	public static function add( string $sentence, string $kind ): void {
		$said   = get_transient( self::key() );
		$said   = is_array( $said ) ? $said : array();
		$said[] = array( mb_substr( sanitize_text_field( $sentence ), 0, self::LONGEST ), $kind );
		set_transient( self::key(), $said, HOUR_IN_SECONDS );
	}

	/** Shows what there is to say. */
	public function show(): void {
		if ( ! self::have_a_place() ) {
			return;
		}
		$trouble = $this->connection->trouble();
		if ( '' !== $trouble ) {
			$this->write( $trouble, 'error' );
		}
		if ( self::PAGE === self::screen() ) {
			$this->show_once();
		}
	}

	/** Whether somebody is here who runs the site, and on a page where that is of interest. */
	public static function have_a_place(): bool {
		return current_user_can( Gate::MAY ) && in_array( self::screen(), array( self::PAGE, 'dashboard', 'plugins' ), true );
	}

	/** Which page of the administration this is. */
	private static function screen(): string {
		$screen = get_current_screen();
		return null === $screen ? '' : $screen->id;
	}

	/** Shows what was kept for this person, and forgets it. */
	private function show_once(): void {
		$said = get_transient( self::key() );
		delete_transient( self::key() );
		foreach ( is_array( $said ) ? $said : array() as $one ) {
			$this->write( $one[0], $one[1] );
		}
	}

	/**
	 * Writes one notice.
	 *
	 * @param string $sentence What is said.
	 * @param string $kind     Of WordPress's notices.
	 */
	private function write( string $sentence, string $kind ): void {
		printf( '<div class="notice notice-%s"><p>%s</p></div>', esc_attr( $kind ), esc_html( $sentence ) );
	}

	/** Where the sentences of this person are kept. */
	private static function key(): string {
		return self::OPTION . get_current_user_id();
	}
}
