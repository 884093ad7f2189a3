<?php
// posts.php FOLDER COUNT - publishes as many posts as if before the plugin: no hook hears of them.
require $argv[1] . '/wp-load.php';

const EXCERPT = 'What is said about it is as long as a summary usually is: two sentences or so, a hundred and fifty characters.';

$tags = array();
foreach ( array( 'bread', 'baking' ) as $name ) {
	$tag    = term_exists( $name, 'post_tag' ) ?: wp_insert_term( $name, 'post_tag' );
	$tags[] = (int) $tag['term_taxonomy_id'];
}
$wpdb->query( 'START TRANSACTION' );
for ( $n = 1; $n <= (int) $argv[2]; $n++ ) {
	$at = gmdate( 'Y-m-d H:i:s', strtotime( '2020-01-01' ) + $n * HOUR_IN_SECONDS );
	$wpdb->insert(
		$wpdb->posts,
		array(
			'post_author'           => 1,
			'post_date'             => $at,
			'post_date_gmt'         => $at,
			'post_modified'         => $at,
			'post_modified_gmt'     => $at,
			'post_status'           => 'publish',
			'post_type'             => 'post',
			'post_title'            => "A post title of usual length, number $n",
			'post_name'             => (string) $n,
			'post_excerpt'          => EXCERPT,
			'post_content'          => '<p>' . EXCERPT . '</p>',
			'to_ping'               => '',
			'pinged'                => '',
			'post_content_filtered' => '',
		)
	);
	$post = $wpdb->insert_id;
	foreach ( $tags as $tag ) {
		$wpdb->insert( $wpdb->term_relationships, array( 'object_id' => $post, 'term_taxonomy_id' => $tag ) );
	}
}
$wpdb->query( 'COMMIT' );
