<?php
/**
 * Reading the figures.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

use Obolus\Connection\Connection;
use Obolus\Connection\Server;
use Obolus\Things\Records;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Reads the figures of the account when somebody looks at them and what is kept is some minutes old. */
final class Reading {

	private const MONTHS = 6;

	/**
	 * As whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Whom it asks.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Which posts are which things.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * What is kept.
	 *
	 * @var Kept
	 */
	private $kept;

	/**
	 * Tells the time in seconds since 1970.
	 *
	 * @var callable(): int
	 */
	private $clock;

	/**
	 * Made of what it uses.
	 *
	 * @param Connection    $connection As whom.
	 * @param Server        $server     Whom it asks.
	 * @param Records       $records    Which posts are which things.
	 * @param callable|null $clock      Tells the time in seconds since 1970.
	 */
	public function __construct( Connection $connection, Server $server, Records $records, ?callable $clock = null ) {
		$this->connection = $connection;
		$this->server     = $server;
		$this->records    = $records;
		$this->kept       = new Kept();
		$this->clock      = $clock ?? 'time';
	}

	/**
	 * The figures, as new as they can be. Those from before the server ended the connection stay; those of another account,
	 * or of one from which the owner has disconnected the site, do not.
	 */
	public function figures(): ?Figures {
		if ( $this->connection->is_there() ) {
			$this->refresh();
		}
		if ( ! $this->connection->is_there() && '' === $this->connection->trouble() ) {
			$this->kept->forget();
		}
		return $this->kept->figures();
	}

	/** Whether there is a server to ask. */
	public function is_connected(): bool {
		return $this->connection->is_there();
	}

	/** Why they are not newer, in a sentence; empty when they are as new as they can be. */
	public function sentence(): string {
		return $this->connection->is_there() ? $this->kept->sentence() : $this->connection->trouble();
	}

	/** Reads them, if it is time. */
	private function refresh(): void {
		$whom = array( $this->connection->server(), $this->connection->username() );
		if ( $this->kept->is_due( $whom, ( $this->clock )() ) ) {
			$asking = new Asking( $this->server, $this->clock );
			$this->kept->keep( $whom, $this->read( $whom, $asking ), $asking );
		}
	}

	/**
	 * Asks for everything; nothing when the server does not tell what matters. What everybody may read is asked for first:
	 * a server that does not answer is found out before a token has to be renewed.
	 *
	 * @param string[] $whom   A server's address and a username.
	 * @param Asking   $asking The round of questions.
	 */
	private function read( array $whom, Asking $asking ): ?Figures {
		$names   = self::names( $asking->openly( '/api/v1/months' ) ?? array() );
		$said    = $asking->privately( '/api/v1/revenue' );
		$now     = null === $said || array() === $names ? null : $this->statement( $names[0], $asking );
		$months  = null === $now ? array() : $this->months( $now, $names, $whom, $asking );
		$figures = Figures::kept(
			array(
				'whom'    => $whom,
				'read_at' => ( $this->clock )(),
				'balance' => $said['revenue_micros'] ?? null,
				'months'  => $months,
				'lacking' => count( $names ) - count( $months ),
			) + Most_Flattred::of( $now['things'] ?? array(), $this->records )
		);
		if ( null === $figures && '' === $asking->sentence() ) {
			$asking->is_unreadable();
		}
		return $figures;
	}

	/**
	 * The months before, too: of those that are settled, what is kept is good for a day.
	 *
	 * @param array<string, mixed> $now    The statement of the newest month.
	 * @param string[]             $names  Of all months, the newest first.
	 * @param string[]             $whom   A server's address and a username.
	 * @param Asking               $asking The round of questions.
	 * @return array<int, array<string, mixed>> As they are kept.
	 */
	private function months( array $now, array $names, array $whom, Asking $asking ): array {
		$kept   = $this->kept->figures();
		$older  = null !== $kept && $whom === $kept->whom ? $kept : null;
		$at     = ( $this->clock )();
		$newest = Month::of( $now, $at );
		$months = array( $newest );
		foreach ( null === $newest ? array() : array_slice( $names, 1 ) as $name ) {
			$month = null === $older ? null : $older->month( $name );
			if ( null === $month || ! $month->is_settled() || $month->read_at <= $at - DAY_IN_SECONDS ) {
				$month = Month::of( $this->statement( $name, $asking ) ?? array(), $at ) ?? $month;
			}
			$months[] = $month;
		}
		return array_map( static fn ( Month $month ): array => $month->to_keep(), array_values( array_filter( $months ) ) );
	}

	/**
	 * What the account has received in a month, thing by thing.
	 *
	 * @param string $name   Of the month.
	 * @param Asking $asking The round of questions.
	 * @return array<string, mixed>|null
	 */
	private function statement( string $name, Asking $asking ): ?array {
		$statement = $asking->privately( '/api/v1/statements/received/' . $name );
		return null !== $statement && $name === ( $statement['month'] ?? null ) ? $statement : null;
	}

	/**
	 * The names of the newest months.
	 *
	 * @param array<int, mixed> $said By the server, the newest first.
	 * @return string[]
	 */
	private static function names( array $said ): array {
		$names = array_filter( array_column( array_filter( $said, 'is_array' ), 'month' ), array( Month::class, 'is_name' ) );
		return array_slice( array_values( $names ), 0, self::MONTHS );
	}
}
