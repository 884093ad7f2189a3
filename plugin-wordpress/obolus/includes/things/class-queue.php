<?php
/**
 * Who works at which posts.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders, PluginCheck.Security.DirectDB.UnescapedDBParameter -- The table is the plugin's own, and what is read of it changes from request to request. The placeholders of a list are as many as what is in it.

/** The rows of the table as a queue: leased, worked at, and given back. */
final class Queue {

	/** For how many seconds nobody else takes a row: longer than the longest batch lasts. */
	public const LEASE = 300;

	/**
	 * Takes what is due, the longest due first; a post that was begun and not read to its end comes last, and alone. The
	 * update looks again whether a row is free, so that of two who ask at the same time one gets it.
	 *
	 * @param int $most At most so many.
	 * @return Record[]
	 */
	public function lease( int $most ): array {
		global $wpdb;
		$lease = md5( wp_generate_uuid4() );
		foreach ( array_chunk( $this->due( $most ), 100 ) as $some ) {
			$wpdb->query(
				$wpdb->prepare(
					"UPDATE {$wpdb->prefix}obolus_things SET lease = %s, leased_until = %d
					WHERE leased_until <= %d AND due_at <= %d AND post_id IN ( " . implode( ',', array_fill( 0, count( $some ), '%d' ) ) . ' )',
					array_merge( array( $lease, time() + self::LEASE, time(), time() ), $some )
				)
			);
		}
		$rows = $wpdb->get_results(
			$wpdb->prepare( "SELECT * FROM {$wpdb->prefix}obolus_things WHERE lease = %s ORDER BY post_id", $lease ),
			ARRAY_A
		);
		return array_map( static fn ( array $row ): Record => new Record( $row ), (array) $rows );
	}

	/**
	 * Keeps how often posts were begun: before each is read, since nobody can say it when PHP ends there.
	 *
	 * @param Record[] $records Leased at once.
	 */
	public function note_begun( array $records ): void {
		global $wpdb;
		$whens = array();
		foreach ( $records as $record ) {
			array_push( $whens, $record->post_id, $record->begun );
		}
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}obolus_things SET begun = CASE post_id" . str_repeat( ' WHEN %d THEN %d', count( $records ) )
					. ' ELSE begun END WHERE lease = %s AND post_id IN ( ' . implode( ',', array_fill( 0, count( $records ), '%d' ) ) . ' )',
				array_merge( $whens, array( $records[0]->lease ), wp_list_pluck( $records, 'post_id' ) )
			)
		);
	}

	/**
	 * Whether a row is still leased to the one who has it. Who has slept through its lease has words that may be old.
	 *
	 * @param Record $record Leased.
	 */
	public function holds( Record $record ): bool {
		global $wpdb;
		$sql = "SELECT 1 FROM {$wpdb->prefix}obolus_things WHERE post_id = %d AND lease = %s";
		return null !== $wpdb->get_var( $wpdb->prepare( $sql, $record->post_id, $record->lease ) );
	}

	/**
	 * Keeps under which address a post is about to be registered: after an answer that got lost it can be found there. Whether
	 * that was kept: otherwise it must not be sent.
	 *
	 * @param Record $record Leased.
	 */
	public function intend( Record $record ): bool {
		$address = array(
			'url'       => $record->url,
			'elsewhere' => (int) $record->is_elsewhere,
		);
		return (bool) $this->write( $record, $address );
	}

	/**
	 * Keeps what came of it and gives the row back. A post that was marked in the meantime stays due. When the database does
	 * not take it, then perhaps without the sentence, which others have written; and otherwise the row stays leased, so that it
	 * is neither lost nor sent again at once.
	 *
	 * @param Record $record Leased.
	 */
	public function settle( Record $record ): void {
		$known = $this->known( $record );
		$state = array(
			'state'    => $record->state,
			'attempts' => $record->attempts,
			'begun'    => $record->begun,
			'due_at'   => 0 === $record->due_at ? null : $record->due_at,
		);
		$same  = array( 'marked' => $record->marked );
		$kept  = $this->write( $record, $known + $state + array( 'sentence' => $record->sentence ), $same );
		$kept  = false === $kept ? $this->write( $record, $known + $state + array( 'sentence' => '' ), $same ) : $kept;
		if ( 0 === $kept ) {
			$this->write( $record, $known );
		}
	}

	/** When the next row is due and free, in seconds since 1970; null when nothing is to do. */
	public function next(): ?int {
		global $wpdb;
		$next = $wpdb->get_var(
			"SELECT MIN( CASE WHEN leased_until > due_at THEN leased_until ELSE due_at END )
			FROM {$wpdb->prefix}obolus_things WHERE due_at IS NOT NULL"
		);
		return null === $next ? null : (int) $next;
	}

	/**
	 * What is true also of a post that was marked in the meantime, and that nobody has the row any more.
	 *
	 * @param Record $record Leased.
	 * @return array<string, mixed> By column.
	 */
	private function known( Record $record ): array {
		return array(
			'thing_id'     => $record->thing_id,
			'url'          => $record->url,
			'elsewhere'    => (int) $record->is_elsewhere,
			'digest'       => $record->digest,
			'lease'        => '',
			'leased_until' => 0,
			'updated_at'   => time(),
		);
	}

	/**
	 * Writes a row that is still leased to the one who has it.
	 *
	 * @param Record               $record Leased.
	 * @param array<string, mixed> $values By column.
	 * @param array<string, mixed> $only   What else must be as it was, by column.
	 * @return int|false How many rows there were to write: one or none; false when the database did not take it.
	 */
	private function write( Record $record, array $values, array $only = array() ) {
		global $wpdb;
		$its = array(
			'post_id' => $record->post_id,
			'lease'   => $record->lease,
		);
		return $wpdb->update( $wpdb->prefix . 'obolus_things', $values, $its + $only );
	}

	/**
	 * The posts that are due and free.
	 *
	 * @param int $most At most so many.
	 * @return int[]
	 */
	private function due( int $most ): array {
		global $wpdb;
		$rows  = (array) $wpdb->get_results(
			$wpdb->prepare(
				"SELECT post_id, begun FROM {$wpdb->prefix}obolus_things WHERE due_at <= %d AND leased_until <= %d ORDER BY begun, due_at, post_id LIMIT %d",
				time(),
				time(),
				$most
			)
		);
		$fresh = array_filter( $rows, static fn ( $row ): bool => 0 === (int) $row->begun );
		return array_map( 'intval', wp_list_pluck( array() === $fresh ? array_slice( $rows, 0, 1 ) : $fresh, 'post_id' ) );
	}
}
