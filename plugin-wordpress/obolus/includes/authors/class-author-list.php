<?php
/**
 * The authors with accounts of their own.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Connection\Connection;
use Obolus\Connection\Gate;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A section of the settings page: which authors have accounts, and how far each is. */
final class Author_List {

	/**
	 * Whether there is a server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Knows what was offered.
	 *
	 * @var Schedule
	 */
	private $schedule;

	/**
	 * What writes the state.
	 *
	 * @var State
	 */
	private $state;

	/**
	 * Made of what it shows.
	 *
	 * @param Connection $connection Whether there is a server.
	 * @param Schedule   $schedule   Knows what was offered.
	 * @param State      $state      What writes the state.
	 */
	public function __construct( Connection $connection, Schedule $schedule, State $state ) {
		$this->connection = $connection;
		$this->schedule   = $schedule;
		$this->state      = $state;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_init', array( $this, 'add' ) );
	}

	/** Adds the section, once the site is connected. */
	public function add(): void {
		if ( $this->connection->is_there() ) {
			add_settings_section( 'obolus_authors', __( 'Authors', 'obolus' ), array( $this, 'show' ), Gate::PAGE );
		}
	}

	/** Shows them. */
	public function show(): void {
		$wishes = Wish::all();
		if ( array() === $wishes ) {
			printf( '<p>%s</p>', esc_html__( 'No author has an account of their own. Choose one in the author’s profile, under Users.', 'obolus' ) );
			return;
		}
		$offers = $this->schedule->seen();
		printf(
			'<table class="widefat striped"><thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>',
			esc_html__( 'Author', 'obolus' ),
			esc_html__( 'Obolus account', 'obolus' ),
			esc_html__( 'From', 'obolus' ),
			esc_html__( 'State', 'obolus' )
		);
		foreach ( $wishes as $user => $wish ) {
			printf( '<tr><td>%s</td><td>%s</td><td>%s</td><td>', wp_kses_post( self::link( $user ) ), esc_html( $wish->account ), esc_html( '' === $wish->from ? __( 'At once', 'obolus' ) : $wish->from ) );
			$this->state->show( $offers, $user );
			echo '</td></tr>';
		}
		echo '</tbody></table>';
	}

	/**
	 * The name of an author, which leads to their profile for whoever may edit it.
	 *
	 * @param int $user The author's number.
	 */
	private static function link( int $user ): string {
		$name = esc_html( (string) get_the_author_meta( 'display_name', $user ) );
		$page = (string) get_edit_user_link( $user );
		return '' === $page ? $name : sprintf( '<a href="%s#obolus-author">%s</a>', esc_url( $page ), $name );
	}
}
