<?php
/**
 * The state of an author in words.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Connection;
use Obolus\Connection\Proof;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What people read of an offer, and where at the server they say yes. */
final class State {

	/**
	 * To which server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Knows how the server calls this site.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * Made of what it reads.
	 *
	 * @param Connection $connection To which server.
	 * @param Proof      $proof      Knows how the server calls this site.
	 */
	public function __construct( Connection $connection, Proof $proof ) {
		$this->connection = $connection;
		$this->proof      = $proof;
	}

	/**
	 * Writes how far an offer is, and the way to the page on which it goes on.
	 *
	 * @param Offers $offers What was offered.
	 * @param int    $user   The author's number.
	 */
	public function show( Offers $offers, int $user ): void {
		$offer = $offers->of( $user );
		echo esc_html( null === $offer || $offer->is_due() ? $this->waiting( $offers ) : $this->sentence( $offer ) );
		$page = null === $offer ? '' : $this->page( (string) $offer->get( 'state' ) );
		if ( '' !== $page ) {
			printf( ' <a href="%s">%s</a>', esc_url( $this->connection->server() . $page ), esc_html__( 'To the page at the server', 'obolus' ) );
		}
	}

	/**
	 * Why the server does not know of it yet.
	 *
	 * @param Offers $offers What was offered.
	 */
	private function waiting( Offers $offers ): string {
		if ( '' === $this->proof->host() ) {
			return __( 'Waits until the server knows this site. Prove it under Settings > Obolus.', 'obolus' );
		}
		if ( '' !== $offers->trouble->sentence ) {
			/* translators: %s: why, in a sentence by the server */
			return sprintf( __( 'Waits to be sent to the server, which was asked and said: %s', 'obolus' ), $offers->trouble->sentence );
		}
		return __( 'Waits to be sent to the server.', 'obolus' );
	}

	/**
	 * How far the server is with it.
	 *
	 * @param Offer $offer That the server has or has refused.
	 */
	private function sentence( Offer $offer ): string {
		$day = substr( (string) $offer->get( 'since' ), 0, 10 );
		switch ( $offer->get( 'state' ) ) {
			case Offer::PROPOSED:
				return __( 'Waits for the owner of the site to confirm it at the server.', 'obolus' );
			case Offer::ASKED:
				/* translators: %s: a username */
				return sprintf( __( 'Waits for %s to agree at the server.', 'obolus' ), $offer->get( 'account' ) );
			case Offer::AGREED:
				/* translators: %s: a day, such as 2026-12-31 */
				return sprintf( __( 'Agreed. It begins on %s.', 'obolus' ), $day );
			case Offer::IN_FORCE:
				/* translators: %s: a day, such as 2026-12-31 */
				return sprintf( __( 'In force since %s.', 'obolus' ), $day );
			case Offer::REFUSED:
				/* translators: %s: why, in a sentence by the server */
				return sprintf( __( 'Refused: %s', 'obolus' ), $offer->get( 'sentence' ) );
			default:
				return __( 'Declined, or ended at the server.', 'obolus' );
		}
	}

	/**
	 * Where at the server somebody has to say yes; empty where nobody has.
	 *
	 * @param string $state Of an offer.
	 */
	private function page( string $state ): string {
		if ( Offer::PROPOSED === $state ) {
			return '/dashboard/sites/' . rawurlencode( $this->proof->host() ) . '/assignments';
		}
		return Offer::ASKED === $state ? '/dashboard/assignments' : '';
	}
}
