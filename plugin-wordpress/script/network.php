<?php
// network.php FOLDER URL PLUGIN - makes an installed WordPress the first site of a network, and activates the plugin for all.
$folder = $argv[1];
$parts  = parse_url( $argv[2] );

$_SERVER['HTTP_HOST']       = $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['PHP_SELF']        = '/index.php';

require $folder . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
if ( ! is_multisite() ) {
	wp_set_current_user( 1 );
	foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) {
		$wpdb->$name = $table;
	}
	install_network();
	$made = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@example.test', 'A network', '/' );
} else {
	$made = activate_plugin( $argv[3], '', true );
	echo 'A network, ' . implode( ' ', array_keys( get_site_option( 'active_sitewide_plugins' ) ) ) . "\n";
}
// WordPress looks whether subdomains are there, and says so when they are not.
if ( is_wp_error( $made ) && 'no_wildcard_dns' !== $made->get_error_code() ) {
	fwrite( STDERR, $made->get_error_message() . "\n" );
	exit( 1 );
}
