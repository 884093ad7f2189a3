<?php
/**
 * Names that posts share.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Marks the posts whose tags or addresses are different, because a term or an author has another name. */
final class Renames {

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * The rule.
	 *
	 * @var Chosen
	 */
	private $chosen;

	/**
	 * Who sends.
	 *
	 * @var Sender
	 */
	private $sender;

	/**
	 * Made of what it uses.
	 *
	 * @param Records $records The rows.
	 * @param Chosen  $chosen  The rule.
	 * @param Sender  $sender  Who sends.
	 */
	public function __construct( Records $records, Chosen $chosen, Sender $sender ) {
		$this->records = $records;
		$this->chosen  = $chosen;
		$this->sender  = $sender;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'edited_term', array( $this, 'term_changed' ), 10, 3 );
		add_action( 'profile_update', array( $this, 'author_changed' ), 10, 2 );
	}

	/**
	 * A term has another name or address, which is part of the addresses of terms below it, too.
	 *
	 * @param mixed $id       The term's number.
	 * @param mixed $relation Its number within its taxonomy.
	 * @param mixed $taxonomy The taxonomy.
	 */
	public function term_changed( $id, $relation, $taxonomy ): void {
		$used = array_filter( $this->chosen->types(), static fn ( string $type ): bool => is_object_in_taxonomy( $type, (string) $taxonomy ) );
		if ( array() !== $used && Schema::is_there() ) {
			$below = get_term_children( (int) $id, (string) $taxonomy );
			$terms = array_merge( array( (int) $id ), is_array( $below ) ? $below : array() );
			$this->wake_for( $this->records->mark_of_terms( $terms, (string) $taxonomy ) );
		}
	}

	/**
	 * An author has another name. What is sent of it is the one in addresses, where the site has it there.
	 *
	 * @param mixed $id     The author's number.
	 * @param mixed $before The author before.
	 */
	public function author_changed( $id, $before ): void {
		$now = get_userdata( (int) $id );
		if ( ! $now instanceof WP_User || ! $before instanceof WP_User || $now->user_nicename === $before->user_nicename ) {
			return;
		}
		if ( Schema::is_there() && false !== strpos( (string) get_option( 'permalink_structure' ), '%author%' ) ) {
			$this->wake_for( $this->records->mark_of_author( (int) $id ) );
		}
	}

	/**
	 * Has those sent that were marked.
	 *
	 * @param int $marked How many.
	 */
	private function wake_for( int $marked ): void {
		if ( $marked > 0 ) {
			$this->sender->wake( time() );
		}
	}
}
