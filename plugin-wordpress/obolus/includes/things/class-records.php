<?php
/**
 * The state of every post, which is the queue too.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders, PluginCheck.Security.DirectDB.UnescapedDBParameter -- The table is the plugin's own, and what is read of it changes from request to request. The placeholders of a list are as many as what is in it.

/** The rows of the table: one for each post that was, is, or is to be a thing. */
final class Records {

	public const WAITING    = 'waiting';
	public const REGISTERED = 'registered';
	public const REFUSED    = 'refused';
	public const REMOVING   = 'removing';
	public const REMOVED    = 'removed';

	/**
	 * Something is to do for these posts, now.
	 *
	 * @param int[]  $posts Their numbers.
	 * @param string $state WAITING or REMOVING.
	 */
	public function mark( array $posts, string $state ): void {
		global $wpdb;
		foreach ( array_chunk( $posts, 100 ) as $some ) {
			if ( self::WAITING === $state ) {
				$this->add( $some );
			}
			$wpdb->query(
				$wpdb->prepare(
					"UPDATE {$wpdb->prefix}obolus_things SET state = %s, due_at = %d, attempts = 0, begun = 0, sentence = '',
					marked = marked + 1, updated_at = %d WHERE post_id IN ( " . implode( ',', array_fill( 0, count( $some ), '%d' ) ) . ' )',
					array_merge( array( $state, time(), time() ), $some )
				)
			);
		}
	}

	/** Every post that is or is to be a thing is looked at again. */
	public function mark_all(): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}obolus_things SET state = %s, due_at = %d, attempts = 0, begun = 0, marked = marked + 1
				WHERE state IN ( %s, %s, %s )",
				self::WAITING,
				time(),
				self::WAITING,
				self::REGISTERED,
				self::REFUSED
			)
		);
	}

	/**
	 * What is registered or on its way and has one of some terms is looked at again, with one statement; how many posts.
	 *
	 * @param int[]  $terms    Their numbers.
	 * @param string $taxonomy The taxonomy.
	 */
	public function mark_of_terms( array $terms, string $taxonomy ): int {
		global $wpdb;
		return $this->mark_among(
			"SELECT r.object_id FROM {$wpdb->term_relationships} r JOIN {$wpdb->term_taxonomy} t ON t.term_taxonomy_id = r.term_taxonomy_id
			WHERE t.taxonomy = %s AND t.term_id IN ( " . implode( ',', array_fill( 0, count( $terms ), '%d' ) ) . ' )',
			array_merge( array( $taxonomy ), $terms )
		);
	}

	/**
	 * The same for the posts of an author.
	 *
	 * @param int $author The author's number.
	 */
	public function mark_of_author( int $author ): int {
		global $wpdb;
		return $this->mark_among( "SELECT ID FROM {$wpdb->posts} WHERE post_author = %d", array( $author ) );
	}

	/**
	 * What the server has said of every post is no longer so; what is to do stays. Who is sending meanwhile notes nothing.
	 *
	 * @param bool $at_these_addresses Whether the addresses are still those of this site's own things.
	 */
	public function start_over( bool $at_these_addresses ): void {
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->prefix}obolus_things SET thing_id = 0, digest = '', lease = '', leased_until = 0"
				. ( $at_these_addresses ? '' : ", url = ''" )
		);
	}

	/**
	 * What is known of a post; null when nothing is.
	 *
	 * @param int $post Its number.
	 */
	public function find( int $post ): ?Record {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->prefix}obolus_things WHERE post_id = %d", $post ), ARRAY_A );
		return is_array( $row ) ? new Record( $row ) : null;
	}

	/**
	 * Whether another post is the same thing or names its address, and has not let go of it: also when the server refused what
	 * was last said of it.
	 *
	 * @param Record $record Of the one.
	 */
	public function is_shared( Record $record ): bool {
		global $wpdb;
		return null !== $wpdb->get_var(
			$wpdb->prepare(
				"SELECT post_id FROM {$wpdb->prefix}obolus_things WHERE post_id <> %d AND state NOT IN ( %s, %s ) AND ( thing_id = %d OR url = %s
				OR post_id IN ( SELECT post_id FROM {$wpdb->postmeta} WHERE meta_key = %s AND meta_value = %s ) ) LIMIT 1",
				$record->post_id,
				self::REMOVING,
				self::REMOVED,
				$record->thing_id,
				$record->url,
				Post_Settings::all()['url']['key'],
				$record->url
			)
		);
	}

	/**
	 * Which posts are these things; of several that are the same one, the oldest.
	 *
	 * @param int[] $things Their numbers at the server.
	 * @return array<int, int> Numbers of posts by those of their things.
	 */
	public function posts_of( array $things ): array {
		global $wpdb;
		$posts = array();
		foreach ( array_chunk( $things, 500 ) as $some ) {
			$rows = $wpdb->get_results(
				$wpdb->prepare(
					"SELECT thing_id, MIN( post_id ) AS post_id FROM {$wpdb->prefix}obolus_things WHERE thing_id IN ( "
						. implode( ',', array_fill( 0, count( $some ), '%d' ) ) . ' ) GROUP BY thing_id',
					$some
				),
				ARRAY_A
			);
			foreach ( (array) $rows as $row ) {
				$posts[ (int) $row['thing_id'] ] = (int) $row['post_id'];
			}
		}
		return $posts;
	}

	/**
	 * How many posts there are of each state.
	 *
	 * @return array<string, int>
	 */
	public function counts(): array {
		global $wpdb;
		$counts = array_fill_keys( array( self::WAITING, self::REGISTERED, self::REFUSED, self::REMOVING, self::REMOVED ), 0 );
		$rows   = $wpdb->get_results( "SELECT state, COUNT( * ) AS posts FROM {$wpdb->prefix}obolus_things GROUP BY state", ARRAY_A );
		foreach ( (array) $rows as $row ) {
			$counts[ $row['state'] ] = (int) $row['posts'];
		}
		return $counts;
	}

	/**
	 * Marks what is registered or on its way. What waits for its next try goes on waiting: it is read then.
	 *
	 * @param string            $posts  A query for their numbers.
	 * @param array<int, mixed> $values What is in it.
	 */
	private function mark_among( string $posts, array $values ): int {
		global $wpdb;
		return (int) $wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}obolus_things SET state = %s, due_at = COALESCE( due_at, %d ), marked = marked + 1
				WHERE state IN ( %s, %s ) AND post_id IN ( $posts )",
				array_merge( array( self::WAITING, time(), self::WAITING, self::REGISTERED ), $values )
			)
		);
	}

	/**
	 * Adds rows for posts that have none.
	 *
	 * @param int[] $posts Their numbers.
	 */
	private function add( array $posts ): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"INSERT IGNORE INTO {$wpdb->prefix}obolus_things ( post_id, url, sentence ) VALUES "
					. implode( ',', array_fill( 0, count( $posts ), "( %d, '', '' )" ) ),
				$posts
			)
		);
	}
}
