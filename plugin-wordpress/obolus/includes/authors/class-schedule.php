<?php
/**
 * When the server is told of authors.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Connection;
use Obolus\Connection\Lock;
use Obolus\Connection\Proof;
use Obolus\Connection\Server;
use Obolus\Things\Records;
use Obolus\Things\Sender;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Has WP-Cron bring to the server what profiles say, and look there now and then what became of it. */
final class Schedule {

	public const HOOK = 'obolus_give';

	/** When everything that was refused was last worth another try, in seconds since 1970. */
	private const AGAIN = 'obolus_authors_again';
	private const LOCK  = 'obolus_authors_lock';

	/** How old what is shown may be, in seconds, before it is read again. */
	private const FRESH = 5 * MINUTE_IN_SECONDS;

	/**
	 * To which server and as whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Knows how the server calls this site.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * The rows of the posts.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Who sends the posts.
	 *
	 * @var Sender
	 */
	private $sender;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom it asks.
	 * @param Proof      $proof      Knows how the server calls this site.
	 * @param Records    $records    The rows of the posts.
	 * @param Sender     $sender     Who sends the posts.
	 */
	public function __construct( Connection $connection, Server $server, Proof $proof, Records $records, Sender $sender ) {
		$this->connection = $connection;
		$this->server     = $server;
		$this->proof      = $proof;
		$this->records    = $records;
		$this->sender     = $sender;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( self::HOOK, array( $this, 'run' ) );
		add_action( 'admin_init', array( $this, 'wake_if_forgotten' ) );
		add_action( 'obolus_connected', array( $this, 'connected' ) );
	}

	/** Everything may go well that did not before: the site is connected, or proven. */
	public function connected(): void {
		update_option( self::AGAIN, time(), false );
		$this->wake( time() );
	}

	/** The one event is gone when others have cleared events; on a network, profiles are changed on other sites too. */
	public function wake_if_forgotten(): void {
		if ( $this->connection->is_there() && false === wp_next_scheduled( self::HOOK ) ) {
			$this->wake( time() + MINUTE_IN_SECONDS );
		}
	}

	/**
	 * Has WP-Cron run it at a time, or earlier if that was asked for.
	 *
	 * @param int $at In seconds since 1970.
	 */
	public function wake( int $at ): void {
		$next = wp_next_scheduled( self::HOOK );
		if ( false === $next || $next > $at ) {
			wp_clear_scheduled_hook( self::HOOK );
			wp_schedule_single_event( $at, self::HOOK );
		}
	}

	/** What was offered, as it was last seen. Somebody looks at it, so that it is soon seen anew. */
	public function seen(): Offers {
		$offers = $this->offers();
		if ( $offers->trouble->asked_at < time() - self::FRESH && ! $offers->is_empty() ) {
			$this->wake( time() );
		}
		return $offers;
	}

	/** Brings it, one at a time. The next run is asked for first, so that one that is killed is followed by another. */
	public function run(): void {
		if ( ! $this->connection->is_there() ) {
			return;
		}
		$this->wake( time() + HOUR_IN_SECONDS );
		$lock = new Lock( self::LOCK );
		if ( '' === $this->connection->username() || '' === $this->proof->host() || ! $lock->take() ) {
			return;
		}
		try {
			$pause = $this->deliver();
		} finally {
			$lock->release();
		}
		wp_clear_scheduled_hook( self::HOOK );
		$this->wake( time() + $pause );
	}

	/** Marks posts and tells the server; in how many seconds there is something to do again. */
	private function deliver(): int {
		$offers = $this->offers();
		$wishes = Wish::all();
		$this->mark( $offers, array_map( static fn ( Wish $wish ): string => $wish->key, $wishes ) );
		$offers->follow( $wishes, absint( get_option( self::AGAIN, 0 ) ) );
		$offers->keep();
		return ( new Delivery( $this->server, $this->proof->host(), $offers ) )->run();
	}

	/**
	 * Has the posts sent again of everybody whose posts are to be told from others by another name, or no longer.
	 *
	 * @param Offers             $offers What was offered.
	 * @param array<int, string> $keys   Authors by the numbers of users.
	 */
	private function mark( Offers $offers, array $keys ): void {
		$marked = 0;
		foreach ( array_keys( $keys + $offers->marked ) as $user ) {
			if ( ( $keys[ $user ] ?? '' ) !== ( $offers->marked[ $user ] ?? '' ) ) {
				$marked += $this->records->mark_of_author( $user );
			}
		}
		$offers->marked = $keys;
		if ( $marked > 0 ) {
			$this->sender->wake( time() );
		}
	}

	/** What was offered at this server, as this account, for this host. */
	private function offers(): Offers {
		return new Offers( array( $this->connection->server(), $this->connection->username(), $this->proof->host() ) );
	}
}
