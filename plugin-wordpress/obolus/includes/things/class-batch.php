<?php
/**
 * What one request carries.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Settings;
use Throwable;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Posts that are due: what is no thing any more is taken away, and the rest is registered with one request. */
final class Batch {

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
	 * Where the posts are given back.
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
	 * @param Queue      $queue      Where the posts are given back.
	 */
	public function __construct( Connection $connection, Server $server, Settings $settings, Queue $queue ) {
		$this->connection = $connection;
		$this->server     = $server;
		$this->settings   = $settings;
		$this->queue      = $queue;
	}

	/**
	 * Works at some; whether the server took the request, if there was one.
	 *
	 * @param Record[] $records Leased.
	 */
	public function work( array $records ): bool {
		_prime_post_caches( wp_list_pluck( $records, 'post_id' ) );
		$removal = new Removal( $this->server, new Records() );
		$wanted  = array();
		foreach ( ( new Preparation( $this->settings, $this->queue ) )->of( $records ) as list( $record, $draft ) ) {
			if ( ! $this->queue->holds( $record ) ) {
				continue;
			}
			if ( null !== $draft && $this->is_to_send( $record, $draft, $removal ) ) {
				$wanted[] = array( $record, $draft );
				continue;
			}
			if ( null === $draft && $this->take_away( $record, $removal ) ) {
				$record->removed();
			}
			$this->queue->settle( $record );
		}
		return array() === $wanted || $this->send( $wanted );
	}

	/**
	 * Whether a post has to be sent; otherwise its record says what came of it.
	 *
	 * @param Record  $record  Leased.
	 * @param Draft   $draft   Of the post.
	 * @param Removal $removal Of this batch.
	 */
	private function is_to_send( Record $record, Draft $draft, Removal $removal ): bool {
		$has_moved = $draft->url() !== $record->url;
		if ( $has_moved && '' !== $record->url && ! $this->take_away( $record, $removal ) ) {
			return false;
		}
		$record->is_elsewhere = $draft->is_elsewhere;
		if ( $this->digest( $draft ) === $record->digest ) {
			$record->registered( $record->thing_id, $record->digest );
			return false;
		}
		return ! $has_moved || $this->is_intended( $record, $draft->url() );
	}

	/**
	 * Whether the address at which a post is about to be registered was kept. Otherwise it is tried again later.
	 *
	 * @param Record $record Leased.
	 * @param string $url    The address.
	 */
	private function is_intended( Record $record, string $url ): bool {
		$record->url = $url;
		if ( $this->queue->intend( $record ) ) {
			return true;
		}
		$record->forgotten();
		$record->later( __( 'The database of this site did not keep the address.', 'obolus' ), 0 );
		return false;
	}

	/**
	 * Takes away what was registered of a post; whether it is gone. A plugin that watches requests may fail.
	 *
	 * @param Record  $record  Leased.
	 * @param Removal $removal Of this batch.
	 */
	private function take_away( Record $record, Removal $removal ): bool {
		try {
			return $removal->of( $record );
		} catch ( Throwable $fault ) {
			$record->later( $fault->getMessage(), 0 );
			return false;
		}
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
				Outcome::note( $record, $outcome, $this->digest( $draft ), $this->connection->username() );
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
