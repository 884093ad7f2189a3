<?php
/**
 * Where the figures are kept.
 *
 * @package Obolus
 */

namespace Obolus\Numbers;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The figures that were read last, and what went wrong since; WordPress does not load it with every page. */
final class Kept {

	public const OPTION = 'obolus_numbers';

	/**
	 * The figures; nothing when there are none.
	 */
	public function figures(): ?Figures {
		return Figures::kept( $this->all()['figures'] ?? null );
	}

	/** Why they are not newer, in a sentence; empty when they are as new as they can be. */
	public function sentence(): string {
		$sentence = $this->all()['sentence'] ?? '';
		return is_string( $sentence ) ? $sentence : '';
	}

	/**
	 * Whether it is time to read for this account.
	 *
	 * @param string[] $whom A server's address and a username.
	 * @param int      $now  In seconds since 1970.
	 */
	public function is_due( array $whom, int $now ): bool {
		$kept = $this->all();
		return $whom !== ( $kept['whom'] ?? null ) || ! is_int( $kept['again_at'] ?? null ) || $kept['again_at'] <= $now;
	}

	/**
	 * Keeps what was read; without it what was kept for the same account stays.
	 *
	 * @param string[]     $whom    A server's address and a username.
	 * @param Figures|null $figures That were read.
	 * @param Asking       $asking  How it went.
	 */
	public function keep( array $whom, ?Figures $figures, Asking $asking ): void {
		$older = $this->all();
		$same  = $whom === ( $older['whom'] ?? null );
		$kept  = array(
			'whom'     => $whom,
			'again_at' => $asking->again_at(),
			'sentence' => null === $figures ? $asking->sentence() : '',
			'figures'  => null === $figures ? ( $same ? $older['figures'] ?? null : null ) : $figures->to_keep(),
		);
		update_option( self::OPTION, $kept, false );
	}

	/** Forgets everything. */
	public function forget(): void {
		if ( array() !== $this->all() ) {
			delete_option( self::OPTION );
		}
	}

	/**
	 * What is kept.
	 *
	 * @return array<string, mixed>
	 */
	private function all(): array {
		$kept = get_option( self::OPTION, array() );
		return is_array( $kept ) ? $kept : array();
	}
}
