<?php
/**
 * Functions for themes.
 *
 * @package Obolus
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! function_exists( 'obolus_button' ) ) {
	/**
	 * Prints the button of a post, if it has one and the page does not show it yet.
	 *
	 * @param int|WP_Post|null $post   A post, its number, or nothing for that of the loop.
	 * @param string           $layout Large, compact, icon, text or static; otherwise as the owner has chosen.
	 */
	function obolus_button( $post = null, string $layout = '' ): void {
		do_action( 'obolus_button', $post, $layout );
	}
}

if ( ! function_exists( 'the_flattr_permalink' ) ) {
	/** Prints the button of the post of the loop, under the name by which themes made for Flattr ask for it. */
	function the_flattr_permalink(): void { // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedFunctionFound -- That name is the use of it.
		obolus_button();
	}
}
