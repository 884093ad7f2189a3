<?php
/**
 * Tokens that are over.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Renews the tokens in one place, one after another: a refresh token is good once. */
final class Renewal {

	private const EARLY = 60;

	/**
	 * The tokens.
	 *
	 * @var Access
	 */
	private $access;

	/**
	 * Lets one renew at a time.
	 *
	 * @var Lock
	 */
	private $lock;

	/**
	 * Made of what it renews.
	 *
	 * @param Access $access The tokens.
	 * @param Lock   $lock   Lets one renew at a time.
	 */
	public function __construct( Access $access, Lock $lock ) {
		$this->access = $access;
		$this->lock   = $lock;
	}

	/** A token that is good now, renewed where its time is up; empty without one. */
	public function token(): string {
		$access = $this->access->read();
		if ( array() === $access ) {
			return '';
		}
		$ends = $access['ends'] ?? 0;
		if ( 0 === $ends || $ends > time() + self::EARLY ) {
			return $access['token'];
		}
		$next = $this->other_than( $access['token'] );
		return '' === $next && array() !== $this->access->read() && $ends > time() ? $access['token'] : $next;
	}

	/**
	 * The token after this one, which is over or was refused: renewed once, however many ask. Empty when there is none.
	 *
	 * @param string $spent The token that is no good any more.
	 */
	public function other_than( string $spent ): string {
		if ( ! $this->lock->take() ) {
			return '';
		}
		try {
			$access = $this->access->read_again();
			if ( array() === $access || $access['token'] !== $spent ) {
				return $access['token'] ?? '';
			}
			return isset( $access['refresh'] ) ? $this->renew( $access ) : '';
		} finally {
			$this->lock->release();
		}
	}

	/**
	 * Renews the tokens, with the lock in hand.
	 *
	 * @param array<string, mixed> $access What was kept, by OAuth.
	 */
	private function renew( array $access ): string {
		ignore_user_abort( true );
		$answer = $this->ask( $access );
		$given  = Grant::of( $answer, $access );
		if ( array() !== $given ) {
			$this->access->keep( $given );
			return $given['token'];
		}
		$error = $answer->body['error'] ?? '';
		if ( 400 === $answer->status && 'invalid_grant' === $error ) {
			$this->access->is_over( $answer->sentence() );
		} elseif ( 'invalid_client' === $error ) {
			$this->is_unknown( $answer->sentence() );
		}
		return '';
	}

	/**
	 * Asks for the next tokens. When no answer came back the question may have been lost, too, so it is asked once more:
	 * at once, since a server that has heard it takes the repetition for the same question now, if it ever does.
	 *
	 * @param array<string, mixed> $access What was kept, by OAuth.
	 */
	private function ask( array $access ): Answer {
		$app    = new App( $access['server'], $access );
		$answer = $app->renew( $access['refresh'] );
		return 0 === $answer->status ? $app->renew( $access['refresh'] ) : $answer;
	}

	/**
	 * The server does not know the app of this site: that may pass, as when it was restored, and ends nothing.
	 *
	 * @param string $sentence What the server says.
	 */
	private function is_unknown( string $sentence ): void {
		/* translators: %s: a sentence of the server */
		$trouble = __( 'The server does not know this site as its app: %s If that does not pass, disconnect this site and connect it again. What waits to be registered is kept.', 'obolus' );
		Trouble::is( sprintf( $trouble, sanitize_text_field( $sentence ) ) );
	}
}
