<?php
/**
 * The proof whose the site is.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Shows the server's token at this site, in the file and in the head of the front page, and has the server look for it. */
final class Proof {

	public const CHECK    = 'obolus_check_again';
	public const FILE     = '/.well-known/obolus.txt';
	private const OPTION  = 'obolus_site';
	private const NOTHING = array(
		'host'     => '',
		'token'    => '',
		'state'    => '',
		'sentence' => '',
	);

	/**
	 * The way to the server.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Made of what it uses.
	 *
	 * @param Server $server The way to the server.
	 */
	public function __construct( Server $server ) {
		$this->server = $server;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'init', array( $this, 'serve' ), 0 );
		add_action( 'wp_head', array( $this, 'show_tag' ) );
		add_action( 'admin_post_' . self::CHECK, array( $this, 'check_again' ) );
	}

	/** Answers a request for the file, whatever the permalinks are. */
	public function serve(): void {
		$asked = isset( $_SERVER['REQUEST_URI'] ) ? sanitize_text_field( wp_unslash( $_SERVER['REQUEST_URI'] ) ) : '';
		if ( $this->is_the_file( $asked ) ) {
			status_header( 200 );
			// Another connection has another token, and nobody between the server and this site may keep the old one.
			nocache_headers();
			header( 'Content-Type: text/plain; charset=utf-8' );
			header( 'X-Content-Type-Options: nosniff' );
			$this->write();
			exit;
		}
	}

	/**
	 * Whether a request is for the file, and this site is what stands at the root of its host.
	 *
	 * @param string $asked Path and query of the request.
	 */
	public function is_the_file( string $asked ): bool {
		return self::FILE === strtok( $asked, '?' ) && Site::is_at_root() && '' !== $this->token();
	}

	/** Writes the line of the file. */
	public function write(): void {
		echo esc_html( $this->token() ) . "\n";
	}

	/** Writes the tag into the head of the front page, where that is the home page of its host. */
	public function show_tag(): void {
		if ( '' !== $this->token() && Site::is_at_root() && ( is_front_page() || is_home() ) ) {
			echo wp_kses( self::tag( $this->token() ), array( 'meta' => array_fill_keys( array( 'name', 'content' ), true ) ) ) . "\n";
		}
	}

	/**
	 * The tag that shows a token.
	 *
	 * @param string $token That the server has named.
	 */
	public static function tag( string $token ): string {
		return sprintf( '<meta name="obolus-verification" content="%s">', esc_attr( $token ) );
	}

	/** The token that the server has named; empty before. */
	public function token(): string {
		return $this->kept()['token'];
	}

	/** The host for which it is. */
	public function host(): string {
		return $this->kept()['host'];
	}

	/** Has the server look again, for the owner. */
	public function check_again(): void {
		Gate::admit( self::CHECK );
		$this->look();
		if ( $this->is_found() ) {
			/** The site is proven: the server takes the words of its posts from now on. */
			do_action( 'obolus_connected' );
		}
		Gate::back( $this->sentence(), $this->is_found() ? 'success' : 'warning' );
	}

	/** Names the site to the server, shows what it wants to see, and has it look. */
	public function look(): void {
		$answer = $this->server->ask( 'POST', '/api/v1/sites', array( 'url' => home_url( '/' ) ) );
		$host   = $answer->body['host'] ?? '';
		$token  = $answer->body['token'] ?? '';
		if ( ! $answer->is_ok() ) {
			$this->keep( array( 'sentence' => $answer->sentence() ) + $this->kept() );
			return;
		}
		if ( ! is_string( $host ) || '' === $host || ! is_string( $token ) || 1 !== preg_match( '/\A[A-Za-z0-9_.-]{1,200}\z/', $token ) ) {
			$this->keep( array( 'sentence' => __( 'The server answered something that this plugin cannot read.', 'obolus' ) ) + $this->kept() );
			return;
		}
		$this->keep( compact( 'host', 'token' ) + self::NOTHING );
		$this->keep( self::found( $this->server->ask( 'POST', '/api/v1/sites/' . rawurlencode( $host ) . '/verification' ) ) + $this->kept() );
	}

	/** How far the proof is, in a sentence. */
	public function sentence(): string {
		$kept = $this->kept();
		if ( '' !== $kept['sentence'] ) {
			return $kept['sentence'];
		}
		if ( 'proven' === $kept['state'] ) {
			/* translators: %s: a host, such as blog.example */
			return sprintf( __( '%s is proven to be yours. What is registered from here belongs to your account.', 'obolus' ), $kept['host'] );
		}
		return 'contested' === $kept['state']
			/* translators: %s: a host, such as blog.example */
			? sprintf( __( 'Somebody else has proven %s, too. The server decides between you in some days; leave the proof in its place.', 'obolus' ), $kept['host'] )
			: __( 'The server has not found the proof yet.', 'obolus' );
	}

	/** Whether the server has found it. */
	public function is_found(): bool {
		return 'proven' === $this->kept()['state'] && '' === $this->kept()['sentence'];
	}

	/** Forgets what the server has named and found. */
	public function forget(): void {
		delete_option( self::OPTION );
	}

	/**
	 * What the server has found.
	 *
	 * @param Answer $answer Of the server.
	 * @return array<string, string>
	 */
	private static function found( Answer $answer ): array {
		$state = $answer->body['state'] ?? '';
		$known = in_array( $state, array( 'asked', 'proven', 'contested' ), true );
		return array(
			'state'    => $answer->is_ok() && $known ? $state : 'asked',
			'sentence' => $answer->is_ok() ? '' : $answer->sentence(),
		);
	}

	/**
	 * What is kept of the site.
	 *
	 * @return array<string, string>
	 */
	private function kept(): array {
		$kept = get_option( self::OPTION, array() );
		return array_filter( is_array( $kept ) ? $kept : array(), 'is_string' ) + self::NOTHING;
	}

	/**
	 * Keeps it; every front page needs it, so WordPress may load it at once.
	 *
	 * @param array<string, string> $site What is kept of the site.
	 */
	private function keep( array $site ): void {
		update_option( self::OPTION, array_map( 'sanitize_text_field', array_intersect_key( $site, self::NOTHING ) ), true );
	}
}
