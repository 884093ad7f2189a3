<?php
/**
 * What became of a wish.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What was offered for one author, and how far it is at the server. */
final class Offer {

	public const PROPOSED = 'proposed';
	public const ASKED    = 'asked';
	public const AGREED   = 'agreed';
	public const IN_FORCE = 'in_force';
	public const REFUSED  = 'refused';
	public const GONE     = 'gone';

	private const LONGEST = 500;

	/**
	 * What is kept of it, by its name, with what it is at first. The three first are those of the wish.
	 *
	 * The number at the server is 0 before it is there. It is ours when this plugin has made it, and sent while no answer has
	 * come: then it may be there all the same. Settled is when it was refused or had gone.
	 */
	private const KEPT = array(
		'key'      => '',
		'account'  => '',
		'from'     => '',
		'id'       => 0,
		'ours'     => false,
		'sent'     => false,
		'state'    => '',
		'sentence' => '',
		'since'    => '',
		'settled'  => 0,
	);

	/**
	 * The values of KEPT.
	 *
	 * @var array<string, mixed>
	 */
	private $kept;

	/**
	 * Made of what was kept.
	 *
	 * @param array<string, mixed> $kept By the names of KEPT.
	 */
	public function __construct( array $kept ) {
		$this->kept = self::KEPT;
		foreach ( self::KEPT as $name => $first ) {
			if ( gettype( $kept[ $name ] ?? null ) === gettype( $first ) ) {
				$this->kept[ $name ] = $kept[ $name ];
			}
		}
	}

	/**
	 * Of a wish, before the server knows.
	 *
	 * @param Wish $wish Of an author.
	 */
	public static function of( Wish $wish ): self {
		return new self(
			array(
				'key'     => $wish->key,
				'account' => $wish->account,
				'from'    => $wish->from,
			)
		);
	}

	/**
	 * What is kept of it.
	 *
	 * @return array<string, mixed>
	 */
	public function to_keep(): array {
		return $this->kept;
	}

	/**
	 * What the server is asked for.
	 *
	 * @return array<string, string>
	 */
	public function to_send(): array {
		$body = array(
			'author'   => $this->kept['key'],
			'username' => $this->kept['account'],
		);
		return '' === $this->kept['from'] ? $body : $body + array( 'from' => $this->kept['from'] );
	}

	/**
	 * One of what is kept.
	 *
	 * @param string $name One of key, account, from, id, ours, sent, state, sentence, since.
	 * @return mixed
	 */
	public function get( string $name ) {
		return $this->kept[ $name ];
	}

	/**
	 * Whether it is what is wished, and nobody asks for another try. What somebody has declined is not tried with the others.
	 *
	 * @param Wish $wish  Of the same author.
	 * @param int  $again When all that was refused was to be tried again, in seconds since 1970.
	 */
	public function fits( Wish $wish, int $again ): bool {
		$asked = self::REFUSED === $this->kept['state'] ? max( $wish->again, $again ) : $wish->again;
		$same  = array( $wish->key, $wish->account, $wish->from ) === array( $this->kept['key'], $this->kept['account'], $this->kept['from'] );
		return $same && ! ( $this->is_over() && $asked >= $this->kept['settled'] );
	}

	/** Whether the server is still to be asked for it. */
	public function is_due(): bool {
		return 0 === $this->kept['id'] && ! $this->is_over();
	}

	/** Whether somebody still has to say yes, or its day has to come. */
	public function is_on_its_way(): bool {
		return in_array( $this->kept['state'], array( self::PROPOSED, self::ASKED, self::AGREED ), true );
	}

	/** Whether it was refused, or is not there any more: nothing is done before something changes. */
	public function is_over(): bool {
		return in_array( $this->kept['state'], array( self::REFUSED, self::GONE ), true );
	}

	/** The server is about to be asked for it. */
	public function is_sent(): void {
		$this->kept['sent'] = true;
	}

	/**
	 * The server has it.
	 *
	 * @param array<string, mixed> $view As the server shows it.
	 * @param bool                 $ours Whether this plugin has made it.
	 */
	public function is_there( array $view, bool $ours ): void {
		$known = array( self::PROPOSED, self::ASKED, self::AGREED, self::IN_FORCE );
		$since = $view['began_at'] ?? $view['from'] ?? '';
		$this->settle( in_array( $view['state'] ?? '', $known, true ) ? $view['state'] : self::PROPOSED, '' );
		$this->kept['id']    = absint( $view['id'] ?? 0 );
		$this->kept['ours']  = $ours;
		$this->kept['since'] = is_string( $since ) ? mb_substr( $since, 0, 40 ) : '';
	}

	/**
	 * The server does not take it, and the same would not go well later.
	 *
	 * @param string $sentence Why.
	 */
	public function is_refused( string $sentence ): void {
		$this->settle( self::REFUSED, mb_substr( sanitize_text_field( $sentence ), 0, self::LONGEST ) );
	}

	/** It was declined, or ended at the server. */
	public function is_gone(): void {
		$this->settle( self::GONE, '' );
	}

	/**
	 * How far it is.
	 *
	 * @param string $state    One of the states.
	 * @param string $sentence Why, or empty.
	 */
	private function settle( string $state, string $sentence ): void {
		$this->kept = array(
			'id'       => 0,
			'ours'     => false,
			'sent'     => false,
			'state'    => $state,
			'sentence' => $sentence,
			'since'    => '',
			'settled'  => time(),
		) + $this->kept;
	}
}
