<?php
/**
 * The proof of the site, on the page of the settings.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Shows how far the proof is, and what has to stand where as long as the server has not found it. */
final class Proof_Panel {

	/**
	 * The proof of the site.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * Made of what it shows.
	 *
	 * @param Proof $proof The proof of the site.
	 */
	public function __construct( Proof $proof ) {
		$this->proof = $proof;
	}

	/** Shows it. */
	public function show(): void {
		printf( '<h2>%s</h2><p>%s</p>', esc_html__( 'Proof of the site', 'obolus' ), esc_html( $this->proof->sentence() ) );
		if ( ! $this->proof->is_found() && '' !== $this->proof->token() ) {
			$this->show_places();
		}
		Gate::begin( Proof::CHECK );
		submit_button( __( 'Check again', 'obolus' ), 'secondary', 'submit', false );
		echo '</form>';
	}

	/** Shows what has to stand where; one of the two is enough. */
	private function show_places(): void {
		$home = 'https://' . $this->proof->host();
		printf( '<p>%s</p><ul class="ul-disc">', esc_html( $this->advice() ) );
		/* translators: %s: the address of a file; a line of text follows */
		$this->show_place( __( 'a file at %s with this line:', 'obolus' ), $home . Proof::FILE, $this->proof->token() );
		/* translators: %s: the address of a page; a tag of HTML follows */
		$this->show_place( __( 'in the head of the page %s this tag:', 'obolus' ), $home . '/', Proof::tag( $this->proof->token() ) );
		echo '</ul>';
	}

	/** Who has to place it. */
	private function advice(): string {
		return Site::is_at_root()
			? __( 'This WordPress shows both of these by itself. Open their addresses: if neither is there, a page cache may still keep the old page, or the web server does not ask WordPress for the file; then place one of them by hand.', 'obolus' )
			: __( 'This WordPress stands in a folder and does not answer for the whole host. Place one of these by hand, or have it placed by who runs the host:', 'obolus' );
	}

	/**
	 * Shows one place.
	 *
	 * @param string $sentence With the address.
	 * @param string $address  Where it has to stand.
	 * @param string $what     What has to stand there.
	 */
	private function show_place( string $sentence, string $address, string $what ): void {
		printf( '<li>%s <code>%s</code></li>', esc_html( sprintf( $sentence, $address ) ), esc_html( $what ) );
	}
}
