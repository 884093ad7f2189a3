<?php
/**
 * That posts are to be somebody's.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** To whose account the posts of an author are to belong, and from when, as the profile says. */
final class Wish {

	/** As many as the server takes of one site. */
	private const MOST = 500;

	/**
	 * By what the server tells the author's posts from others.
	 *
	 * @var string
	 */
	public $key;

	/**
	 * The author's name at the server.
	 *
	 * @var string
	 */
	public $account;

	/**
	 * A day such as 2026-12-31; empty for at once.
	 *
	 * @var string
	 */
	public $from;

	/**
	 * When somebody last asked that it is offered again, in seconds since 1970; 0 when nobody has.
	 *
	 * @var int
	 */
	public $again;

	/**
	 * Made of an author.
	 *
	 * @param WP_User $author Who has an account.
	 */
	private function __construct( WP_User $author ) {
		$this->key     = Author_Settings::key_of( $author->ID );
		$this->account = Author_Settings::get( $author->ID, 'account' );
		$this->from    = Author_Settings::get( $author->ID, 'from' );
		$this->again   = absint( get_user_meta( $author->ID, Author_Settings::AGAIN, true ) );
	}

	/**
	 * Those of all who belong to this site.
	 *
	 * @return array<int, self> By the users' numbers.
	 */
	public static function all(): array {
		$found  = get_users(
			array(
				// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- Only that meta says it; WP-Cron asks, and the page of the settings.
				'meta_key'     => Author_Settings::all()['account']['key'],
				'meta_compare' => 'EXISTS',
				'orderby'      => 'ID',
				'number'       => self::MOST,
			)
		);
		$wishes = array();
		foreach ( $found as $author ) {
			$wish = new self( $author );
			if ( '' !== $wish->key ) {
				$wishes[ $author->ID ] = $wish;
			}
		}
		return $wishes;
	}
}
