<?php
/**
 * What is known of one post.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A post's state at the server, and what is still to do. Records keeps it. */
final class Record {

	private const FIRST_PAUSE   = 15;
	private const LONGEST_PAUSE = 6 * HOUR_IN_SECONDS;

	/**
	 * The post.
	 *
	 * @var int
	 */
	public $post_id;

	/**
	 * The thing at the server; 0 when none is known.
	 *
	 * @var int
	 */
	public $thing_id;

	/**
	 * The address under which it was registered, or may have been; empty before.
	 *
	 * @var string
	 */
	public $url;

	/**
	 * Whether that is another address than the post's own. What stands there may be there without the post.
	 *
	 * @var bool
	 */
	public $is_elsewhere;

	/**
	 * Of what was last sent and taken.
	 *
	 * @var string
	 */
	public $digest;

	/**
	 * One of the states of Records.
	 *
	 * @var string
	 */
	public $state;

	/**
	 * How often it went wrong in a row.
	 *
	 * @var int
	 */
	public $attempts;

	/**
	 * How often the post was begun to be read and not read to its end: PHP ended, or a plugin failed.
	 *
	 * @var int
	 */
	public $begun;

	/**
	 * When something is to do, in seconds since 1970; 0 when nothing is.
	 *
	 * @var int
	 */
	public $due_at;

	/**
	 * Who has it now.
	 *
	 * @var string
	 */
	public $lease;

	/**
	 * How often the post was marked: a change while it is being sent is not lost.
	 *
	 * @var int
	 */
	public $marked;

	/**
	 * Why it is not as it should be; empty when it is.
	 *
	 * @var string
	 */
	public $sentence;

	/**
	 * Made of a row.
	 *
	 * @param array<string, mixed> $row Of the table.
	 */
	public function __construct( array $row ) {
		$this->post_id      = (int) $row['post_id'];
		$this->thing_id     = (int) $row['thing_id'];
		$this->url          = (string) $row['url'];
		$this->is_elsewhere = (bool) $row['elsewhere'];
		$this->digest       = (string) $row['digest'];
		$this->state        = (string) $row['state'];
		$this->attempts     = (int) $row['attempts'];
		$this->begun        = (int) $row['begun'];
		$this->due_at       = (int) $row['due_at'];
		$this->lease        = (string) $row['lease'];
		$this->marked       = (int) $row['marked'];
		$this->sentence     = (string) $row['sentence'];
	}

	/**
	 * The server has it as it was sent.
	 *
	 * @param int    $thing  Its number there.
	 * @param string $digest Of what was sent.
	 */
	public function registered( int $thing, string $digest ): void {
		$this->thing_id = $thing;
		$this->digest   = $digest;
		$this->settle( Records::REGISTERED, '' );
	}

	/**
	 * The server has the address and not yet the words: nobody has proven the site. It is asked again.
	 *
	 * @param int $thing Its number there.
	 */
	public function unproven( int $thing ): void {
		$this->later( __( 'Registered, but the server does not know yet that this site is yours.', 'obolus' ), 0 );
		$this->thing_id = $thing;
		$this->digest   = '';
		$this->state    = Records::REGISTERED;
	}

	/** The old address is gone from the server. */
	public function forgotten(): void {
		$this->thing_id     = 0;
		$this->url          = '';
		$this->is_elsewhere = false;
		$this->digest       = '';
	}

	/** It is gone from the server and stays away. */
	public function removed(): void {
		$this->forgotten();
		$this->settle( Records::REMOVED, '' );
	}

	/**
	 * The server does not take it, and the same would not go well later.
	 *
	 * @param string $sentence Why.
	 */
	public function refused( string $sentence ): void {
		$this->digest = '';
		$this->url    = 0 === $this->thing_id ? '' : $this->url;
		$this->settle( Records::REFUSED, $sentence );
	}

	/**
	 * It is tried again: later after each failure, not sooner than the server says, and not all at the same moment.
	 *
	 * @param string $sentence    Why.
	 * @param int    $retry_after In seconds, or 0.
	 */
	public function later( string $sentence, int $retry_after ): void {
		$pause          = (int) min( self::LONGEST_PAUSE, self::FIRST_PAUSE * 2 ** min( $this->attempts, 20 ) );
		$this->attempts = $this->attempts + 1;
		$this->sentence = mb_substr( $sentence, 0, 500 );
		$this->due_at   = time() + max( min( $retry_after, WEEK_IN_SECONDS ), $pause ) + wp_rand( 0, intdiv( $pause, 2 ) );
	}

	/**
	 * Nothing more is to do.
	 *
	 * @param string $state    One of the states of Records.
	 * @param string $sentence Why, or empty.
	 */
	private function settle( string $state, string $sentence ): void {
		$this->state    = $state;
		$this->sentence = mb_substr( $sentence, 0, 500 );
		$this->attempts = 0;
		$this->begun    = 0;
		$this->due_at   = 0;
	}
}
