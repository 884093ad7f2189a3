<?php
// install.php FOLDER URL PLUGIN... - installs WordPress without a browser and without mail, and activates the plugins.
$folder  = $argv[1];
$parts   = parse_url( $argv[2] );
$plugins = array_slice( $argv, 3 );

$_SERVER['HTTP_HOST']       = $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['PHP_SELF']        = '/index.php';
define( 'WP_INSTALLING', true );

// WordPress uses these instead of its own: there is no mail here.
function wp_mail() {
	return true;
}
function wp_new_blog_notification() {
}

require $folder . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
if ( ! is_blog_installed() ) {
	wp_install( 'A blog', 'admin', 'admin@example.test', false, '', 'admin-pass' );
}
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'blog_public', 1 );
// Faces would be fetched from elsewhere.
update_option( 'show_avatars', 0 );
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules( false );
wp_installing( false );
foreach ( $plugins as $plugin ) {
	$refused = activate_plugin( $plugin );
	if ( is_wp_error( $refused ) ) {
		fwrite( STDERR, $refused->get_error_message() . "\n" );
		exit( 1 );
	}
}
echo 'WordPress ' . $wp_version . ', PHP ' . PHP_VERSION . ', ' . implode( ' ', get_option( 'active_plugins' ) ) . "\n";
