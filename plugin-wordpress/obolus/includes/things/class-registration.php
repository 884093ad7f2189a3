<?php
/**
 * When posts are due.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Marks posts as due when something about them changes. Nobody who publishes waits: what is sent is sent by WP-Cron. */
final class Registration {

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
		add_action( 'wp_after_insert_post', array( $this, 'changed' ) );
		add_action( 'transition_post_status', array( $this, 'moved' ), 10, 3 );
		add_action( 'deleted_post', array( $this, 'deleted' ) );
		add_action( 'set_object_terms', array( $this, 'changed' ) );
		add_action( 'deleted_term_relationships', array( $this, 'changed' ) );
		foreach ( array( 'added_post_meta', 'updated_post_meta', 'deleted_post_meta' ) as $hook ) {
			add_action( $hook, array( $this, 'meta_changed' ), 10, 3 );
		}
		foreach ( array( 'permalink_structure', 'home', 'obolus_post_types', 'obolus_category', 'obolus_language', 'obolus_extra_tags', 'obolus_hidden' ) as $option ) {
			add_action( "update_option_$option", array( $this, 'all_changed' ), 10, 0 );
			add_action( "add_option_$option", array( $this, 'all_changed' ), 10, 0 );
		}
		add_action( 'obolus_connected', array( $this, 'all_changed' ) );
	}

	/**
	 * Something about a post is different, or it is new.
	 *
	 * @param mixed $id Its number.
	 */
	public function changed( $id ): void {
		$post = is_numeric( $id ) ? get_post( (int) $id ) : null;
		if ( $post instanceof WP_Post ) {
			$this->mark( $post );
		}
	}

	/**
	 * A post is published, or no longer.
	 *
	 * @param mixed $status Now.
	 * @param mixed $before What it was.
	 * @param mixed $post   The post.
	 */
	public function moved( $status, $before, $post ): void {
		if ( $status !== $before && $post instanceof WP_Post ) {
			$this->mark( $post );
		}
	}

	/**
	 * A setting of a post is different.
	 *
	 * @param mixed $meta Its number, or several.
	 * @param mixed $id   The post's.
	 * @param mixed $key  Which one.
	 */
	public function meta_changed( $meta, $id, $key ): void {
		if ( in_array( $key, array_column( Post_Settings::all(), 'key' ), true ) ) {
			$this->changed( $id );
		}
	}

	/**
	 * A post is gone for good.
	 *
	 * @param mixed $id Its number.
	 */
	public function deleted( $id ): void {
		$this->remove( (int) $id );
	}

	/** Addresses, choices for the whole site or what the server believes of it are different. */
	public function all_changed(): void {
		if ( Schema::is_there() ) {
			$this->records->mark_all();
			$this->sender->wake( time() );
		}
	}

	/**
	 * Marks a post as it is now, and the pages below it, whose addresses contain its own.
	 *
	 * @param WP_Post $post Any.
	 */
	private function mark( WP_Post $post ): void {
		if ( Schema::is_there() && $this->chosen->includes( $post ) ) {
			$this->records->mark( array_merge( array( $post->ID ), $this->below( $post ) ), Records::WAITING );
			$this->sender->wake( time() );
		} else {
			$this->remove( $post->ID );
		}
	}

	/**
	 * The chosen pages below one that is registered under another address than it has now.
	 *
	 * @param WP_Post $post Any.
	 * @return int[]
	 */
	private function below( WP_Post $post ): array {
		$record = is_post_type_hierarchical( $post->post_type ) ? $this->records->find( $post->ID ) : null;
		if ( null === $record || '' === $record->url || Draft::address( $post ) === $record->url ) {
			return array();
		}
		$which = array(
			'child_of'  => $post->ID,
			'post_type' => $post->post_type,
		);
		$pages = get_pages( $which );
		return wp_list_pluck( array_filter( (array) $pages, array( $this->chosen, 'includes' ) ), 'ID' );
	}

	/**
	 * Has a post taken away from the server, if it is there or on its way.
	 *
	 * @param int $post Its number.
	 */
	private function remove( int $post ): void {
		$record = Schema::is_there() ? $this->records->find( $post ) : null;
		if ( null !== $record && Records::REMOVED !== $record->state ) {
			$this->records->mark( array( $post ), Records::REMOVING );
			$this->sender->wake( time() );
		}
	}
}
