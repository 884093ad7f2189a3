<?php
/**
 * What happens to authors.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Things\Records;
use Obolus\Things\Sender;
use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Notices when an author has another account or another name, comes or goes, and has what follows from it done soon. */
final class Changes {

	/**
	 * Who brings it to the server.
	 *
	 * @var Schedule
	 */
	private $schedule;

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
	 * @param Schedule $schedule Who brings it to the server.
	 * @param Records  $records  The rows of the posts.
	 * @param Sender   $sender   Who sends the posts.
	 */
	public function __construct( Schedule $schedule, Records $records, Sender $sender ) {
		$this->schedule = $schedule;
		$this->records  = $records;
		$this->sender   = $sender;
	}

	/** Adds the hooks. */
	public function register(): void {
		foreach ( array( 'added_user_meta', 'updated_user_meta', 'deleted_user_meta' ) as $hook ) {
			add_action( $hook, array( $this, 'meta_changed' ), 10, 3 );
		}
		add_action( 'profile_update', array( $this, 'person_changed' ), 10, 2 );
		add_action( 'add_user_to_blog', array( $this, 'person_came' ) );
		add_action( 'deleted_user', array( $this, 'person_went' ), 10, 2 );
		add_action( 'remove_user_from_blog', array( $this, 'person_goes' ), 10, 3 );
	}

	/**
	 * A meta of a user is different.
	 *
	 * @param mixed $meta Its number, or several.
	 * @param mixed $id   The user's.
	 * @param mixed $key  Which one.
	 */
	public function meta_changed( $meta, $id, $key ): void {
		$all = Author_Settings::all();
		if ( in_array( $key, array( $all['account']['key'], $all['from']['key'], Author_Settings::AGAIN ), true ) ) {
			$this->schedule->wake( time() );
		}
	}

	/**
	 * A user is different: perhaps their name in addresses is.
	 *
	 * @param mixed $id     The user's number.
	 * @param mixed $before The user before.
	 */
	public function person_changed( $id, $before ): void {
		$now = get_userdata( (int) $id );
		if ( $now instanceof WP_User && $before instanceof WP_User && $now->user_nicename !== $before->user_nicename && '' !== Author_Settings::key_of( $now->ID ) ) {
			$this->schedule->wake( time() );
		}
	}

	/**
	 * A user belongs to this site from now on.
	 *
	 * @param mixed $id The user's number.
	 */
	public function person_came( $id ): void {
		if ( '' !== Author_Settings::key_of( (int) $id ) ) {
			$this->schedule->wake( time() );
		}
	}

	/**
	 * A user is gone. WordPress gives posts to their new author without a word.
	 *
	 * @param mixed $id       The user's number.
	 * @param mixed $reassign Whose the posts are now, or nobody's: then they are gone too.
	 */
	public function person_went( $id, $reassign ): void {
		$this->mark( is_numeric( $reassign ) ? (int) $reassign : 0 );
		$this->schedule->wake( time() );
	}

	/**
	 * A user is about to leave this site of a network. Until now the posts are still theirs.
	 *
	 * @param mixed $id       The user's number.
	 * @param mixed $blog     The site's, which WordPress has switched to.
	 * @param mixed $reassign Whose the posts will be, if anybody's.
	 */
	public function person_goes( $id, $blog, $reassign = null ): void {
		$this->mark( is_numeric( $reassign ) && $reassign > 0 ? (int) $id : 0 );
		$this->schedule->wake( time() );
	}

	/**
	 * Has the posts of an author sent again.
	 *
	 * @param int $author The author's number.
	 */
	private function mark( int $author ): void {
		if ( $author > 0 && $this->records->mark_of_author( $author ) > 0 ) {
			$this->sender->wake( time() );
		}
	}
}
