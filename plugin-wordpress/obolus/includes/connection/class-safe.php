<?php
/**
 * One sealed option.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** An option that holds a sealed map; WordPress does not load it with every page. */
final class Safe {

	/**
	 * The option.
	 *
	 * @var string
	 */
	private $option;

	/**
	 * Made of where it is kept.
	 *
	 * @param string $option The option.
	 */
	public function __construct( string $option ) {
		$this->option = $option;
	}

	/**
	 * What is kept; empty when there is nothing, or nothing that can be read.
	 *
	 * @return array<string, mixed>
	 */
	public function read(): array {
		$sealed = get_option( $this->option, '' );
		$text   = is_string( $sealed ) && '' !== $sealed ? Secrets::open( $sealed ) : null;
		$kept   = null === $text ? null : json_decode( $text, true );
		return is_array( $kept ) ? $kept : array();
	}

	/**
	 * What is kept now, whatever this request has read before.
	 *
	 * @return array<string, mixed>
	 */
	public function read_again(): array {
		wp_cache_delete( $this->option, 'options' );
		return $this->read();
	}

	/** Whether something is there that cannot be read, as after the site's salts have changed. */
	public function is_locked(): bool {
		return '' !== get_option( $this->option, '' ) && array() === $this->read();
	}

	/**
	 * Keeps it in place of what was there.
	 *
	 * @param array<string, mixed> $what What is kept.
	 */
	public function keep( array $what ): void {
		update_option( $this->option, Secrets::seal( (string) wp_json_encode( $what ) ), false );
	}

	/** Forgets it. */
	public function forget(): void {
		delete_option( $this->option );
	}
}
