<?php
/**
 * The most flattred posts.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Things\Records;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Finds the posts of this site among the things of a month: an account may have things elsewhere, too. */
final class Most_Flattred {

	private const MOST  = 10;
	private const PARTS = array( 'post', 'clicks', 'gross', 'in_all' );

	/**
	 * The posts with the most flattrs, and how many flattrs went to what is none of this site's posts.
	 *
	 * @param array<int, mixed> $things  Of the server's statement.
	 * @param Records           $records Which posts are which things.
	 * @return array{posts: array<int, array<string, int>>, others: int}
	 */
	public static function of( array $things, Records $records ): array {
		$rows   = array_filter( array_map( array( self::class, 'row' ), $things ) );
		$posts  = array() === $rows ? array() : $records->posts_of( array_column( $rows, 'thing' ) );
		$found  = array();
		$others = 0;
		foreach ( $rows as $row ) {
			if ( ! isset( $posts[ $row['thing'] ] ) ) {
				$others += $row['clicks'];
				continue;
			}
			$found[] = array( 'post' => $posts[ $row['thing'] ] ) + array_diff_key( $row, array( 'thing' => 0 ) );
		}
		usort( $found, static fn ( array $one, array $other ): int => array( $other['clicks'], $other['gross'] ) <=> array( $one['clicks'], $one['gross'] ) );
		return array(
			'posts'  => array_slice( $found, 0, self::MOST ),
			'others' => $others,
		);
	}

	/**
	 * What was kept of it, without what is none.
	 *
	 * @param mixed $kept Posts, each with its numbers.
	 * @return array<int, array<string, int>>
	 */
	public static function kept( $kept ): array {
		$whole = static fn ( $row ): bool => is_array( $row )
			&& count( self::PARTS ) === count( array_filter( array_intersect_key( $row, array_flip( self::PARTS ) ), 'is_int' ) );
		return array_values( array_filter( is_array( $kept ) ? $kept : array(), $whole ) );
	}

	/**
	 * One thing of a statement; nothing when it cannot be read.
	 *
	 * @param mixed $thing By the server.
	 * @return array<string, int>|null
	 */
	private static function row( $thing ): ?array {
		$row = array(
			'thing'  => $thing['thing'] ?? null,
			'clicks' => $thing['clicks'] ?? null,
			'gross'  => $thing['gross_micros'] ?? null,
			'in_all' => $thing['clicks_in_all'] ?? null,
		);
		return count( $row ) === count( array_filter( $row, 'is_int' ) ) ? $row : null;
	}
}
