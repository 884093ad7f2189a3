<?php
/**
 * What does not get on.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The table is the plugin's own, and what is read of it changes from request to request.

/** The posts that have waited for longer than an hour, whether nobody sends them or the server does not take them. */
final class Stuck {

	/** After so many failures, one later than the other, an hour has gone. */
	private const TRIES = 8;

	/** How many there are. */
	public function count(): int {
		global $wpdb;
		return (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT COUNT( * ) FROM {$wpdb->prefix}obolus_things WHERE due_at IS NOT NULL AND ( attempts >= %d OR due_at <= %d )",
				self::TRIES,
				time() - HOUR_IN_SECONDS
			)
		);
	}

	/** What was said of the one that has failed most often; empty when nothing was. */
	public function sentence(): string {
		global $wpdb;
		return (string) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT sentence FROM {$wpdb->prefix}obolus_things WHERE due_at IS NOT NULL AND ( attempts >= %d OR due_at <= %d )
				ORDER BY attempts DESC LIMIT 1",
				self::TRIES,
				time() - HOUR_IN_SECONDS
			)
		);
	}
}
