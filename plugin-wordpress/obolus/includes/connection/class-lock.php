<?php
/**
 * One at a time.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- Only the database itself says who of two was first.

/** A lock of the whole site, in its database; who holds it and dies loses it after a minute. */
final class Lock {

	private const LASTS = 60;
	private const WAITS = 12;
	private const PAUSE = 200000;

	/**
	 * The option that is the lock.
	 *
	 * @var string
	 */
	private $option;

	/**
	 * Waits for a number of microseconds.
	 *
	 * @var callable( int ): void
	 */
	private $pause;

	/**
	 * What the holder has written into it.
	 *
	 * @var string
	 */
	private $mark = '';

	/**
	 * Made of where it is.
	 *
	 * @param string        $option The option that is the lock.
	 * @param callable|null $pause  Waits for a number of microseconds.
	 */
	public function __construct( string $option, ?callable $pause = null ) {
		$this->option = $option;
		$this->pause  = $pause ?? 'usleep';
	}

	/** Takes the lock, after the others; false when they take too long. */
	public function take(): bool {
		for ( $waited = 0; $waited < self::WAITS * 1000000; $waited += self::PAUSE ) {
			if ( $this->try() ) {
				return true;
			}
			( $this->pause )( self::PAUSE );
		}
		return false;
	}

	/** Lets the next one in. */
	public function release(): void {
		global $wpdb;
		$wpdb->delete(
			$wpdb->options,
			array(
				'option_name'  => $this->option,
				'option_value' => $this->mark,
			)
		);
	}

	/** Takes it if nobody has it; the database says who was first. */
	private function try(): bool {
		global $wpdb;
		$this->mark = time() . ':' . wp_generate_password( 20, false );
		$wpdb->query(
			$wpdb->prepare(
				"DELETE FROM {$wpdb->options} WHERE option_name = %s AND option_value < %s",
				$this->option,
				(string) ( time() - self::LASTS )
			)
		);
		return 1 === (int) $wpdb->query(
			$wpdb->prepare(
				"INSERT IGNORE INTO {$wpdb->options} ( option_name, option_value, autoload ) VALUES ( %s, %s, 'no' )",
				$this->option,
				$this->mark
			)
		);
	}
}
