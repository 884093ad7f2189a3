<?php
/**
 * The numbers in the list of posts.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Connection\Connection;
use Obolus\Things\Chosen;
use Obolus\Things\Draft;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * A column that says how often each post was flattred. It cannot be sorted by: only the numbers of the posts on show are
 * known here, and the others would be in the wrong order.
 */
final class Column {

	private const NAME = 'obolus_flattrs';
	private const MOST = 100;

	/**
	 * Whether there is one.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Which posts are things.
	 *
	 * @var Chosen
	 */
	private $chosen;

	/**
	 * Who knows the numbers.
	 *
	 * @var Counted
	 */
	private $counted;

	/**
	 * What was found out for this list, by address.
	 *
	 * @var array<string, array{at: int, flattrs: int}|null>
	 */
	private $known = array();

	/**
	 * Made of what it uses.
	 *
	 * @param Connection $connection Whether there is one.
	 * @param Chosen     $chosen     Which posts are things.
	 * @param Counted    $counted    Who knows the numbers.
	 */
	public function __construct( Connection $connection, Chosen $chosen, Counted $counted ) {
		$this->connection = $connection;
		$this->chosen     = $chosen;
		$this->counted    = $counted;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_init', array( $this, 'add' ) );
	}

	/** The column, for posts of the chosen types, once there is somebody to ask. */
	public function add(): void {
		if ( ! $this->connection->is_there() || ! Viewer::is_here( Viewer::COLUMN ) ) {
			return;
		}
		foreach ( $this->chosen->types() as $type ) {
			add_filter( "manage_{$type}_posts_columns", array( $this, 'head' ) );
			add_action( "manage_{$type}_posts_custom_column", array( $this, 'show' ), 10, 2 );
		}
	}

	/**
	 * Its head.
	 *
	 * @param mixed $columns By WordPress.
	 * @return array<string, string>
	 */
	public function head( $columns ): array {
		return array_merge( (array) $columns, array( self::NAME => __( 'Flattrs', 'obolus' ) ) );
	}

	/**
	 * The number of a post.
	 *
	 * @param mixed $column Which one.
	 * @param mixed $post   Its number.
	 */
	public function show( $column, $post ): void {
		if ( self::NAME !== $column ) {
			return;
		}
		$count = $this->count( (int) $post );
		if ( null === $count ) {
			printf( '<span aria-hidden="true">—</span><span class="screen-reader-text">%s</span>', esc_html__( 'Not known', 'obolus' ) );
			return;
		}
		/* translators: %s: a date and time */
		$when = sprintf( __( 'As of %s', 'obolus' ), Words::moment( $count['at'] ) );
		printf( '<span title="%s">%s</span>', esc_attr( $when ), esc_html( number_format_i18n( $count['flattrs'] ) ) );
	}

	/**
	 * What is known of a post. At the first one that was not asked for, it and those after it are asked for together.
	 *
	 * @param int $post Its number.
	 * @return array{at: int, flattrs: int}|null
	 */
	private function count( int $post ): ?array {
		$address = $this->address( $post );
		if ( '' !== $address && ! array_key_exists( $address, $this->known ) ) {
			$asked       = array_filter( array_map( array( $this, 'address' ), self::from( $post ) ) );
			$this->known = $this->counted->of( $asked ) + array_fill_keys( $asked, null ) + $this->known;
		}
		return $this->known[ $address ] ?? null;
	}

	/**
	 * The posts of the list, from this one on. Of pages WordPress has all in one query, and shows some.
	 *
	 * @param int $post Its number.
	 * @return int[]
	 */
	private static function from( int $post ): array {
		$listed = array_map( static fn ( $one ): int => is_object( $one ) ? (int) $one->ID : (int) $one, $GLOBALS['wp_query']->posts ?? array() );
		$place  = array_search( $post, $listed, true );
		$posts  = false === $place ? array( $post ) : array_slice( $listed, $place, self::MOST );
		_prime_post_caches( $posts, false, true );
		return $posts;
	}

	/**
	 * The address at which a post is flattred; empty when it is none that can be.
	 *
	 * @param int $post Its number.
	 */
	private function address( int $post ): string {
		$one = get_post( $post );
		return $this->chosen->includes( $one ) ? Draft::address( $one ) : '';
	}
}
