<?php
/**
 * What the server has.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Answer;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What of this site is given to authors' accounts, as the server lists it. */
final class Listed {

	/**
	 * As the server shows them, by their numbers.
	 *
	 * @var array<int, array<string, mixed>>
	 */
	private $all = array();

	/**
	 * Made of a list; what is not of an author is left out.
	 *
	 * @param array<int|string, mixed> $items By the server.
	 */
	private function __construct( array $items ) {
		foreach ( $items as $item ) {
			if ( is_array( $item ) && is_string( $item['author'] ?? null ) && is_string( $item['username'] ?? null ) ) {
				$this->all[ absint( $item['id'] ?? 0 ) ] = $item;
			}
		}
	}

	/**
	 * What an answer lists; null when it lists nothing.
	 *
	 * @param Answer $answer By the server.
	 */
	public static function in( Answer $answer ): ?self {
		return $answer->is_ok() && is_array( $answer->body['items'] ?? null ) ? new self( $answer->body['items'] ) : null;
	}

	/** Before anything was read. */
	public static function nothing(): self {
		return new self( array() );
	}

	/**
	 * Both.
	 *
	 * @param self $more Of the same list.
	 */
	public function with( self $more ): self {
		return new self( $this->all + $more->all );
	}

	/**
	 * The same without some.
	 *
	 * @param array<int, string> $some By their numbers.
	 */
	public function without( array $some ): self {
		return new self( array_diff_key( $this->all, $some ) );
	}

	/**
	 * Whether a number is that of an author.
	 *
	 * @param mixed $author Whose it was.
	 * @param mixed $id     The number.
	 */
	public function has( $author, $id ): bool {
		return isset( $this->all[ $id ] ) && self::same( (string) $author, $this->all[ $id ]['author'] );
	}

	/**
	 * The numbers of what an author's posts are given by to an account.
	 *
	 * @param string $author  The author.
	 * @param string $account The account.
	 * @return array<int, string> The author, by numbers.
	 */
	public function numbers_of( string $author, string $account ): array {
		$found = array_filter(
			$this->all,
			static fn ( array $one ): bool => self::same( $author, $one['author'] ) && self::same( $account, $one['username'] )
		);
		return array_map( static fn (): string => $author, $found );
	}

	/**
	 * Tells an offer what has become of it. What was there before the plugin has asked for it is the owner's, and stays so.
	 *
	 * @param Offer $offer Of an author.
	 */
	public function tell( Offer $offer ): void {
		$id   = (int) $offer->get( 'id' );
		$ours = (bool) $offer->get( 'ours' );
		if ( ! isset( $this->all[ $id ] ) ) {
			$ours = (bool) $offer->get( 'sent' );
			$id   = (int) key( $this->numbers_of( $offer->get( 'key' ), $offer->get( 'account' ) ) );
		}
		if ( isset( $this->all[ $id ] ) ) {
			$offer->is_there( $this->all[ $id ], $ours );
		} elseif ( 0 !== $offer->get( 'id' ) ) {
			$offer->is_gone();
		}
	}

	/**
	 * Whether two names are the same for the server.
	 *
	 * @param string $one   A name.
	 * @param string $other Another.
	 */
	private static function same( string $one, string $other ): bool {
		return mb_strtolower( trim( $one ) ) === mb_strtolower( trim( $other ) );
	}
}
