<?php
/**
 * Reading posts that may be unreadable.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Settings;
use Throwable;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Reads posts. Titles and excerpts go through filters of other plugins, which may fail, never come back or end PHP: such a post
 * is tried a few times and then put aside, and the others go on.
 */
final class Preparation {

	/** So often a post is begun. */
	private const MOST = 3;

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Where it is noted which post was begun.
	 *
	 * @var Queue
	 */
	private $queue;

	/**
	 * Made of what it uses.
	 *
	 * @param Settings $settings What the owner has chosen.
	 * @param Queue    $queue    Where it is noted which post was begun.
	 */
	public function __construct( Settings $settings, Queue $queue ) {
		$this->settings = $settings;
		$this->queue    = $queue;
	}

	/**
	 * What is to be known of posts; those that could not be read are given back to the queue, and left out here.
	 *
	 * @param Record[] $records Leased.
	 * @return array<int, array{0: Record, 1: Draft|null}> Each with nothing when it is no thing any more.
	 */
	public function of( array $records ): array {
		$read   = array();
		$before = array();
		foreach ( $records as $record ) {
			$begun = $record->begun++;
			$this->queue->note_begun( array_merge( $before, array( $record ) ) );
			if ( $begun >= self::MOST ) {
				$this->give_back( $record, __( 'PHP ends when this post is read, in a plugin or the theme.', 'obolus' ) );
			} elseif ( $this->read( $record, $read ) ) {
				$record->begun = 0;
			}
			$before = array( $record );
		}
		if ( array() !== $before ) {
			$this->queue->note_begun( $before );
		}
		return $read;
	}

	/**
	 * Reads one; whether it could be read. Otherwise it is given back.
	 *
	 * @param Record                                      $record Leased.
	 * @param array<int, array{0: Record, 1: Draft|null}> $read   Where it is added.
	 */
	private function read( Record $record, array &$read ): bool {
		try {
			$post   = get_post( $record->post_id );
			$read[] = array( $record, ( new Chosen( $this->settings ) )->includes( $post ) ? Draft::of( $post, $this->settings ) : null );
			return true;
		} catch ( Throwable $fault ) {
			/* translators: %s: what PHP says */
			$this->give_back( $record, sprintf( __( 'A plugin or the theme fails when this post is read: %s', 'obolus' ), $fault->getMessage() ) );
			return false;
		}
	}

	/**
	 * Gives one back that could not be read: it is tried again, or put aside.
	 *
	 * @param Record $record Leased.
	 * @param string $why    A sentence.
	 */
	private function give_back( Record $record, string $why ): void {
		if ( $record->begun < self::MOST ) {
			$record->later( $why, 0 );
		} else {
			$record->refused( __( 'Mend this, then choose “Try again”:', 'obolus' ) . ' ' . $why );
		}
		$this->queue->settle( $record );
	}
}
