<?php
/**
 * A site under another address.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Asks who runs the site what it is, when it stands under another address than the one it was connected under. */
final class Relocation {

	public const MOVED  = 'obolus_site_moved';
	public const COPIED = 'obolus_site_copied';

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
	 * Made of what it changes.
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
		add_action( 'admin_notices', array( $this, 'ask' ) );
		add_action( 'admin_post_' . self::MOVED, array( $this, 'moved' ) );
		add_action( 'admin_post_' . self::COPIED, array( $this, 'copied' ) );
	}

	/** Asks whether the site has moved or is a copy. */
	public function ask(): void {
		if ( ! Notices::have_a_place() || ! $this->connection->is_elsewhere() ) {
			return;
		}
		/* translators: 1: the address of a site before, 2: its address now */
		$sentence = __( 'The address of this site was %1$s when it was connected, and now it is %2$s. Until you say what has happened, nothing is sent and nothing is taken away.', 'obolus' );
		printf( '<div class="notice notice-warning"><p>%s</p>', esc_html( sprintf( $sentence, $this->connection->made_for(), Site::address() ) ) );
		$this->offer( self::MOVED, __( 'This site has moved: keep the connection', 'obolus' ) );
		$this->offer( self::COPIED, __( 'This is a copy: forget the connection here', 'obolus' ) );
		echo '</div>';
	}

	/** The site has moved: it stays connected, proves its new address, and tells the server all its new addresses. */
	public function moved(): void {
		$this->admit( self::MOVED );
		$this->connection->move();
		$this->proof->look();
		/** This action is documented in class-authorization.php */
		do_action( 'obolus_connected' );
		Gate::back( __( 'The connection is kept. All posts are registered under their new addresses.', 'obolus' ), 'success' );
	}

	/** This is a copy: the connection belongs to the other site, so it is forgotten here and goes on there. */
	public function copied(): void {
		$this->admit( self::COPIED );
		$this->connection->forget();
		$this->proof->forget();
		Gate::back( __( 'The connection is forgotten here. The other site keeps it.', 'obolus' ), 'success' );
	}

	/**
	 * Lets only those by who run the site, and only while there is something to choose.
	 *
	 * @param string $action The choice.
	 */
	private function admit( string $action ): void {
		Gate::admit( $action );
		if ( ! $this->connection->is_elsewhere() ) {
			Gate::back( __( 'There is nothing to choose any more.', 'obolus' ) );
		}
	}

	/**
	 * Writes a choice.
	 *
	 * @param string $action The choice.
	 * @param string $label  For people.
	 */
	private function offer( string $action, string $label ): void {
		Gate::begin( $action, 'margin: 0 0 .5em' );
		printf( '<button class="button">%s</button></form>', esc_html( $label ) );
	}
}
