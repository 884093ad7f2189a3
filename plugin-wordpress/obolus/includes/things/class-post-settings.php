<?php
/**
 * What is chosen for one post alone.
 *
 * @package Obolus
 */

namespace Obolus\Things;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The settings of a post: each is one meta, and uninstalling removes every one. */
final class Post_Settings {

	/**
	 * What there is: the meta in which it is kept, and how what was sent is made clean. Empty is as the site has it.
	 *
	 * @return array<string, array{key: string, sanitize: callable}>
	 */
	public static function all(): array {
		return array(
			'off'      => self::one( '_obolus_off', array( self::class, 'yes' ) ),
			'language' => self::one( '_obolus_language', array( Language::class, 'of' ) ),
			'category' => self::one( '_obolus_category', array( Category::class, 'of' ) ),
			'hidden'   => self::one( '_obolus_hidden', array( self::class, 'yes_or_no' ) ),
			'url'      => self::one( '_obolus_url', array( self::class, 'address' ) ),
		);
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'init', array( $this, 'declare' ) );
	}

	/** Tells WordPress of the meta, so that whatever writes it is asked for the right, and what is written is clean. */
	public function declare(): void {
		foreach ( self::all() as $setting ) {
			register_post_meta(
				'',
				$setting['key'],
				array(
					'type'              => 'string',
					'single'            => true,
					'default'           => '',
					'show_in_rest'      => array( 'schema' => array( 'context' => array( 'edit' ) ) ),
					'sanitize_callback' => $setting['sanitize'],
					'auth_callback'     => static fn ( $allowed, $key, $post, $user ): bool => self::may( (int) $post, (string) $key, (int) $user ),
				)
			);
		}
	}

	/**
	 * Whether somebody may choose it. With another address a post speaks for any page of the owner's account, so
	 * that is for those who may edit the posts of others.
	 *
	 * @param int      $post The post's number.
	 * @param string   $key  Of the meta.
	 * @param int|null $user Who; otherwise whoever is here.
	 */
	public static function may( int $post, string $key, ?int $user = null ): bool {
		$who = $user ?? get_current_user_id();
		return user_can( $who, 'edit_post', $post ) && ( self::all()['url']['key'] !== $key || user_can( $who, 'edit_others_posts' ) );
	}

	/**
	 * What is chosen for a post; empty when it is as the site has it.
	 *
	 * @param int    $post Its number.
	 * @param string $name One of all().
	 */
	public static function get( int $post, string $name ): string {
		$setting = self::all()[ $name ];
		$kept    = get_post_meta( $post, $setting['key'], true );
		return (string) call_user_func( $setting['sanitize'], is_scalar( $kept ) ? (string) $kept : '' );
	}

	/**
	 * Keeps what was chosen; nothing is kept of what is as the site has it.
	 *
	 * @param int    $post    Its number.
	 * @param string $name    One of all().
	 * @param mixed  $written By people.
	 */
	public static function set( int $post, string $name, $written ): void {
		$setting = self::all()[ $name ];
		$clean   = (string) call_user_func( $setting['sanitize'], $written );
		if ( '' === $clean ) {
			delete_post_meta( $post, $setting['key'] );
		} else {
			update_post_meta( $post, $setting['key'], wp_slash( $clean ) );
		}
	}

	/**
	 * 1 or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function yes( $written ): string {
		return is_scalar( $written ) && '1' === (string) $written ? '1' : '';
	}

	/**
	 * 1, 0 or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function yes_or_no( $written ): string {
		return is_scalar( $written ) && in_array( (string) $written, array( '0', '1' ), true ) ? (string) $written : '';
	}

	/**
	 * An address of the web, or nothing.
	 *
	 * @param mixed $written By people.
	 */
	public static function address( $written ): string {
		$address = esc_url_raw( trim( is_string( $written ) ? $written : '' ), array( 'http', 'https' ) );
		return is_string( wp_parse_url( $address, PHP_URL_HOST ) ) ? $address : '';
	}

	/**
	 * A setting of a post.
	 *
	 * @param string   $key   The meta in which it is kept.
	 * @param callable $clean Makes clean what was sent.
	 * @return array{key: string, sanitize: callable}
	 */
	private static function one( string $key, callable $clean ): array {
		return array(
			'key'      => $key,
			'sanitize' => $clean,
		);
	}
}
