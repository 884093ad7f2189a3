<?php
/**
 * The posts that were there before.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders, PluginCheck.Security.DirectDB.UnescapedDBParameter -- WordPress has no question for so many numbers of posts alone, and progress is not to be cached. The placeholders of a list are as many as what is in it.

/** Registers every post that is there, in steps: after an interruption it goes on where it was. */
final class Backlog {

	public const OPTION = 'obolus_backlog';

	/** How many posts one step takes. */
	private const MOST = 250;

	/**
	 * The rule.
	 *
	 * @var Chosen
	 */
	private $chosen;

	/**
	 * Who sends.
	 *
	 * @var Sender
	 */
	private $sender;

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Made of what it uses.
	 *
	 * @param Chosen  $chosen  The rule.
	 * @param Sender  $sender  Who sends.
	 * @param Records $records The rows.
	 */
	public function __construct( Chosen $chosen, Sender $sender, Records $records ) {
		$this->chosen  = $chosen;
		$this->sender  = $sender;
		$this->records = $records;
	}

	/** Begins again with the first post. */
	public static function forget(): void {
		delete_option( self::OPTION );
	}

	/**
	 * Takes the next posts and sends them with one request; whether the server took it. What it did not take stays in the
	 * queue, and WP-Cron sends it later.
	 */
	public function step(): bool {
		$posts = $this->after( $this->cursor(), self::MOST );
		if ( array() === $posts ) {
			return true;
		}
		_prime_post_caches( $posts );
		$wanted = array_values( array_filter( $posts, fn ( int $post ): bool => $this->chosen->includes( get_post( $post ) ) ) );
		$this->records->mark( $wanted, Records::WAITING );
		update_option( self::OPTION, end( $posts ), false );
		$went = $this->sender->batch( self::MOST );
		$this->sender->wake( time() + 1 );
		return $went;
	}

	/** Whether no post is left to take. */
	public function is_done(): bool {
		return array() === $this->after( $this->cursor(), 1 );
	}

	/**
	 * How far it is.
	 *
	 * @return array{done: int, all: int, waiting: int, registered: int, refused: int}
	 */
	public function progress(): array {
		$counts = $this->records->counts();
		return array(
			'done'       => $this->count( $this->cursor() ),
			'all'        => $this->count( PHP_INT_MAX ),
			'waiting'    => $counts[ Records::WAITING ],
			'registered' => $counts[ Records::REGISTERED ],
			'refused'    => $counts[ Records::REFUSED ],
		);
	}

	/** The last post that was taken. */
	private function cursor(): int {
		return absint( get_option( self::OPTION, 0 ) );
	}

	/**
	 * The published posts of the chosen types after one, by their numbers.
	 *
	 * @param int $cursor The one.
	 * @param int $most   At most so many.
	 * @return int[]
	 */
	private function after( int $cursor, int $most ): array {
		global $wpdb;
		$types = $this->types();
		return array_map(
			'intval',
			$wpdb->get_col(
				$wpdb->prepare(
					"SELECT ID FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_type IN ( "
						. implode( ',', array_fill( 0, count( $types ), '%s' ) ) . ' ) AND ID > %d ORDER BY ID LIMIT %d',
					array_merge( $types, array( $cursor, $most ) )
				)
			)
		);
	}

	/**
	 * How many there are up to one.
	 *
	 * @param int $last The number of the one.
	 */
	private function count( int $last ): int {
		global $wpdb;
		$types = $this->types();
		return (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT COUNT( * ) FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_type IN ( "
					. implode( ',', array_fill( 0, count( $types ), '%s' ) ) . ' ) AND ID <= %d',
				array_merge( $types, array( $last ) )
			)
		);
	}

	/**
	 * The chosen types; with none, one that no post is of.
	 *
	 * @return string[]
	 */
	private function types(): array {
		$types = array_values( $this->chosen->types() );
		return array() === $types ? array( '' ) : $types;
	}
}
