<?php
/**
 * The backlog on the command line.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Obolus\Connection\Connection;
use WP_CLI;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The command wp obolus register-all: every step of the backlog, one after another. */
final class Backlog_Command {

	/**
	 * What is done step by step.
	 *
	 * @var Backlog
	 */
	private $backlog;

	/**
	 * To which server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it uses.
	 *
	 * @param Backlog    $backlog    What is done step by step.
	 * @param Connection $connection To which server.
	 */
	public function __construct( Backlog $backlog, Connection $connection ) {
		$this->backlog    = $backlog;
		$this->connection = $connection;
	}

	/** Adds the command where there is a command line. */
	public function register(): void {
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			WP_CLI::add_command( 'obolus register-all', $this );
		}
	}

	/**
	 * Registers every post that is there.
	 *
	 * ## OPTIONS
	 *
	 * [--again]
	 * : Begin with the first post, not where it was interrupted.
	 *
	 * @param string[]             $names   None.
	 * @param array<string, mixed> $options By WP-CLI.
	 */
	public function __invoke( array $names, array $options ): void {
		if ( ! $this->connection->is_there() ) {
			WP_CLI::error( __( 'Connect this site to a server first.', 'obolus' ) );
			return;
		}
		if ( ! empty( $options['again'] ) ) {
			Backlog::forget();
		}
		while ( ! $this->backlog->is_done() ) {
			$went     = $this->backlog->step();
			$progress = $this->backlog->progress();
			/* translators: 1: number of posts, 2: number of posts */
			WP_CLI::log( sprintf( __( '%1$d of %2$d posts', 'obolus' ), $progress['done'], $progress['all'] ) );
			if ( ! $went ) {
				WP_CLI::error( __( 'The server did not take them. They are sent by themselves later; the same command goes on.', 'obolus' ) );
				return;
			}
		}
		$this->say_the_end();
	}

	/** What became of all. */
	private function say_the_end(): void {
		$progress = $this->backlog->progress();
		WP_CLI::success(
			/* translators: 1: number of posts, 2: number of posts, 3: number of posts */
			sprintf( __( 'Done. Registered: %1$d. Waiting: %2$d. Refused: %3$d.', 'obolus' ), $progress['registered'], $progress['waiting'], $progress['refused'] )
		);
	}
}
