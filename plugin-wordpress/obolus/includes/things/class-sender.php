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

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

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
		$batch = new Batch( $this->connection, $this->server, $this->settings, $this->queue );
		return $batch->work( $this->queue->lease( $most ) );
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
}
