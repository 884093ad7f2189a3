<?php
/**
 * What became of the wishes.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What was offered to all authors of this site, and what of it has to end. Only WP-Cron writes it. */
final class Offers {

	private const OPTION = 'obolus_authors';

	/** To which server, as whom and for which host: what another one was told says nothing here. */
	private const NOBODY = array( '', '', '' );

	/**
	 * To which server, as whom and for which host.
	 *
	 * @var string[]
	 */
	private $whom;

	/**
	 * The offers, by the numbers of the users.
	 *
	 * @var array<int, Offer>
	 */
	private $all = array();

	/**
	 * What this plugin has made at the server and has to end: authors by the numbers there.
	 *
	 * @var array<int, string>
	 */
	private $ending = array();

	/**
	 * What it may have made, since no answer came, and has to end: authors, each with an account.
	 *
	 * @var array<int, array{0: string, 1: string}>
	 */
	private $lost = array();

	/**
	 * As whose the posts of the users were last marked: authors by the numbers of users.
	 *
	 * @var array<int, string>
	 */
	public $marked = array();

	/**
	 * How it went.
	 *
	 * @var Trouble
	 */
	public $trouble;

	/**
	 * What is kept for this server, this account and this host; nothing of others.
	 *
	 * @param string[] $whom Server, username and host.
	 */
	public function __construct( array $whom ) {
		$kept       = get_option( self::OPTION, array() );
		$kept       = is_array( $kept ) && ( $kept['whom'] ?? self::NOBODY ) === $whom ? $kept : array();
		$this->whom = $whom;
		foreach ( (array) ( $kept['all'] ?? array() ) as $user => $offer ) {
			$this->all[ (int) $user ] = new Offer( (array) $offer );
		}
		$this->ending  = (array) ( $kept['ending'] ?? array() );
		$this->lost    = (array) ( $kept['lost'] ?? array() );
		$this->marked  = (array) ( $kept['marked'] ?? array() );
		$this->trouble = new Trouble( (array) ( $kept['trouble'] ?? array() ) );
	}

	/** Keeps it; WordPress does not load it with every page. */
	public function keep(): void {
		$kept = array(
			'whom'    => $this->whom,
			'all'     => array_map( static fn ( Offer $offer ): array => $offer->to_keep(), $this->all ),
			'ending'  => $this->ending,
			'lost'    => $this->lost,
			'marked'  => $this->marked,
			'trouble' => $this->trouble->to_keep(),
		);
		update_option( self::OPTION, $kept, false );
	}

	/**
	 * That of an author; null before there is one.
	 *
	 * @param int $user The author's number.
	 */
	public function of( int $user ): ?Offer {
		return $this->all[ $user ] ?? null;
	}

	/** Whether the server has nothing to be asked for. */
	public function is_empty(): bool {
		return array() === $this->all && array() === $this->ending && array() === $this->lost;
	}

	/** Whether somebody still has to say yes to one, or its day has to come. */
	public function are_on_their_way(): bool {
		return array() !== array_filter( $this->all, static fn ( Offer $offer ): bool => $offer->is_on_its_way() );
	}

	/**
	 * Follows what is wished: what is not wished any more is to end, and what is new is to be offered.
	 *
	 * @param array<int, Wish> $wishes By the numbers of the users.
	 * @param int              $again  When all were to be tried again, in seconds since 1970.
	 */
	public function follow( array $wishes, int $again ): void {
		foreach ( $this->all as $user => $offer ) {
			if ( ! isset( $wishes[ $user ] ) || ! $offer->fits( $wishes[ $user ], $again ) ) {
				$this->end( $offer );
				unset( $this->all[ $user ] );
			}
		}
		foreach ( $wishes as $user => $wish ) {
			$this->all[ $user ] = $this->all[ $user ] ?? Offer::of( $wish );
		}
	}

	/**
	 * Compares with what the server has.
	 *
	 * @param Listed $listed At the server.
	 */
	public function compare( Listed $listed ): void {
		foreach ( $this->lost as list( $author, $account ) ) {
			$this->ending += $listed->numbers_of( $author, $account );
		}
		$this->lost   = array();
		$this->ending = array_filter( $this->ending, array( $listed, 'has' ), ARRAY_FILTER_USE_BOTH );
		foreach ( $this->all as $offer ) {
			$listed->without( $this->ending )->tell( $offer );
		}
	}

	/**
	 * What is to end.
	 *
	 * @return int[] Numbers at the server.
	 */
	public function ending(): array {
		return array_keys( $this->ending );
	}

	/**
	 * It has ended.
	 *
	 * @param int $id Its number at the server.
	 */
	public function ended( int $id ): void {
		unset( $this->ending[ $id ] );
	}

	/**
	 * Those for which the server is to be asked.
	 *
	 * @return array<int, Offer> By the numbers of the users.
	 */
	public function due(): array {
		return array_filter( $this->all, static fn ( Offer $offer ): bool => $offer->is_due() );
	}

	/**
	 * Remembers what has to end; what the plugin has not made stays.
	 *
	 * @param Offer $offer That is not wished any more.
	 */
	private function end( Offer $offer ): void {
		if ( $offer->get( 'ours' ) ) {
			$this->ending[ $offer->get( 'id' ) ] = $offer->get( 'key' );
		} elseif ( $offer->get( 'sent' ) ) {
			$this->lost[] = array( $offer->get( 'key' ), $offer->get( 'account' ) );
		}
	}
}
