<?php
// Loads a real, installed WordPress with the plugin: WORDPRESS names its folder, script/wordpress makes it.
$parts = parse_url( getenv( 'WORDPRESS_URL' ) ?: 'http://127.0.0.1:8413' );

$_SERVER['HTTP_HOST']       = $parts['host'] . ':' . $parts['port'];
$_SERVER['SERVER_NAME']     = $parts['host'];
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

// PHPUnit includes this file inside a method, where WordPress's globals have to be named as such.
global $wp, $wp_query, $wp_the_query, $wp_rewrite, $wpdb, $wp_version, $wp_did_header, $wp_filter, $wp_actions, $post,
	$table_prefix, $pagenow, $wp_roles, $wp_locale, $wp_embed, $shortcode_tags, $wp_widget_factory, $wp_object_cache, $current_user;

define( 'WP_USE_THEMES', false );
if ( getenv( 'GERMAN' ) ) {
	require __DIR__ . '/german.php';
}
require getenv( 'WORDPRESS' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
fwrite( STDERR, "WordPress $wp_version, PHP " . PHP_VERSION . ', ' . get_class( $wpdb ) . "\n" );
require __DIR__ . '/class-wordpress-test.php';
