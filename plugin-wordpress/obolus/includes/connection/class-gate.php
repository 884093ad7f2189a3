<?php
/**
 * Who may change the connection.
 *
 * @package Obolus
 */

namespace Obolus\Connection;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The way into and out of the forms of the connection: only who runs the site, and only from its own pages. */
final class Gate {

	public const MAY  = 'manage_options';
	public const PAGE = 'obolus';

	/**
	 * Lets nobody else by.
	 *
	 * @param string $action The form's name, which is its nonce's too.
	 */
	public static function admit( string $action ): void {
		self::admit_person();
		check_admin_referer( $action );
	}

	/** Lets nobody by who does not run the site. */
	public static function admit_person(): void {
		if ( ! current_user_can( self::MAY ) ) {
			wp_die( esc_html__( 'Only who runs this site may change its connection.', 'obolus' ), '', array( 'response' => 403 ) );
		}
	}

	/**
	 * Begins a form that admit() lets by.
	 *
	 * @param string $action The form's name, which is its nonce's too.
	 * @param string $style  Of the form.
	 */
	public static function begin( string $action, string $style = '' ): void {
		printf( '<form action="%s" method="post" style="%s">', esc_url( admin_url( 'admin-post.php' ) ), esc_attr( $style ) );
		printf( '<input type="hidden" name="action" value="%s">', esc_attr( $action ) );
		wp_nonce_field( $action );
	}

	/** Where the settings are. */
	public static function page(): string {
		return admin_url( 'options-general.php?page=' . self::PAGE );
	}

	/**
	 * Leads back to the settings, with a sentence.
	 *
	 * @param string $sentence What has happened.
	 * @param string $kind     Of WordPress's notices: success, error, warning.
	 */
	public static function back( string $sentence, string $kind = 'error' ): void {
		Notices::add( $sentence, $kind );
		wp_safe_redirect( self::page() );
		exit;
	}

	/**
	 * What a form or an address holds under a name; empty when it is no text.
	 *
	 * @param array<string, mixed> $sent What was sent: $_POST or $_GET.
	 * @param string               $name Of the field.
	 */
	public static function text( array $sent, string $name ): string {
		$value = $sent[ $name ] ?? '';
		return is_string( $value ) ? trim( sanitize_text_field( wp_unslash( $value ) ) ) : '';
	}
}
