<?php
/**
 * What is sent, and what comes of it.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;

/** Sends what is due, run by WP-Cron. */
final class Sender {

	public const HOOK = 'obolus_send';

	/** How many posts one request carries, and for how many seconds a run begins another. */
	private const MOST     = 100;
	private const PATIENCE = 20;

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
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Who works at which.
	 *
	 * @var Queue
	 */
	private $queue;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection $connection To which server and as whom.
	 * @param Server     $server     Whom it asks.
	 * @param Settings   $settings   What the owner has chosen.
	 */
	public function __construct( Connection $connection, Server $server, Settings $settings ) {
		$this->connection = $connection;
		$this->server     = $server;
		$this->settings   = $settings;
		$this->records    = new Records();
		$this->queue      = new Queue();
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( self::HOOK, array( $this, 'run' ) );
		add_action( 'admin_init', array( $this, 'wake_if_forgotten' ) );
	}

	/** The one event is gone when WP-Cron ran while the plugin was switched off, or when others have cleared events. */
	public function wake_if_forgotten(): void {
		if ( false === wp_next_scheduled( self::HOOK ) ) {
			$this->wake_again( 0 );
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

	/** Sends while something is due. The next run is asked for first, so that one that is killed is followed by another. */
	public function run(): void {
		if ( ! $this->connection->is_there() ) {
			$this->wake_again( time() + HOUR_IN_SECONDS );
			return;
		}
		$this->wake( time() + Queue::LEASE + 1 );
		$until = time() + self::PATIENCE;
		do {
			$went = $this->batch( self::MOST );
		} while ( $went && time() < $until && $this->is_due() );
		$this->wake_again( 0 );
	}

	/**
	 * Works at what is due now, with one request for all that is to be registered; whether the server took the request.
	 *
	 * @param int $most At most so many posts; the server takes 500.
	 */
	public function batch( int $most ): bool {
		$records = $this->queue->lease( $most );
		$removal = new Removal( $this->server, $this->records );
		_prime_post_caches( wp_list_pluck( $records, 'post_id' ) );
		$wanted = array();
		foreach ( $records as $record ) {
			$draft = $this->prepare( $record, $removal );
			if ( null === $draft ) {
				$this->queue->settle( $record );
			} else {
				$wanted[] = array( $record, $draft );
			}
		}
		return array() === $wanted || $this->send( $wanted );
	}

	/** Whether something can be sent now. */
	private function is_due(): bool {
		$next = $this->queue->next();
		return null !== $next && $next <= time();
	}

	/**
	 * Asks for the next run when there is something to do.
	 *
	 * @param int $earliest In seconds since 1970.
	 */
	private function wake_again( int $earliest ): void {
		wp_clear_scheduled_hook( self::HOOK );
		$next = $this->queue->next();
		if ( null !== $next ) {
			$this->wake( max( $next, $earliest, time() + 1 ) );
		}
	}

	/**
	 * What is to be sent of a post; null when nothing is, and the record says what came of it.
	 *
	 * @param Record  $record  Leased.
	 * @param Removal $removal Of this batch.
	 */
	private function prepare( Record $record, Removal $removal ): ?Draft {
		$post  = get_post( $record->post_id );
		$draft = ( new Chosen( $this->settings ) )->includes( $post ) ? Draft::of( $post, $this->settings ) : null;
		if ( ( null === $draft || ( '' !== $record->url && $draft->url() !== $record->url ) ) && ! $removal->of( $record ) ) {
			return null;
		}
		if ( null === $draft ) {
			$record->removed();
			return null;
		}
		$record->is_elsewhere = Draft::is_elsewhere( $post );
		if ( $this->digest( $draft ) === $record->digest ) {
			$record->registered( $record->thing_id, $record->digest );
			return null;
		}
		if ( $draft->url() !== $record->url ) {
			$record->url = $draft->url();
			$this->queue->intend( $record );
		}
		return $draft;
	}

	/**
	 * One request for all, and an outcome for each, in their order.
	 *
	 * @param array<int, array{0: Record, 1: Draft}> $wanted At least one.
	 */
	private function send( array $wanted ): bool {
		$things   = array_map( static fn ( array $one ): array => $one[1]->body, $wanted );
		$answer   = $this->server->ask( 'POST', '/api/v1/things/bulk', array( 'things' => $things ) );
		$outcomes = is_array( $answer->body['outcomes'] ?? null ) ? $answer->body['outcomes'] : array();
		foreach ( $wanted as $i => list( $record, $draft ) ) {
			$outcome = $answer->is_ok() ? $outcomes[ $i ] ?? null : null;
			if ( is_array( $outcome ) ) {
				Outcome::note( $record, $outcome, $this->digest( $draft ) );
			} else {
				$record->later( $answer->sentence(), $answer->retry_after );
			}
			$this->queue->settle( $record );
		}
		return $answer->is_ok();
	}

	/**
	 * Of what is sent, to whom and as whom.
	 *
	 * @param Draft $draft Of a post.
	 */
	private function digest( Draft $draft ): string {
		return $draft->digest( $this->connection->server() . ' ' . $this->connection->username() );
	}
}
