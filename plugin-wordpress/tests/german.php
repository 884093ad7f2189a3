<?php
// Lets a WordPress begin in German. What WordPress itself says stays English, for its own translations are not there: but for
// what dates and amounts are made of.
$core = array(
	'October'                      => 'Oktober',
	'number_format_decimal_point'  => ',',
	'number_format_thousands_sep'  => '.',
);

$GLOBALS['obolus_complaints'] = array();

$wp_filter = array(
	'locale'               => array( array( array( 'accepted_args' => 0, 'function' => static fn () => 'de_DE' ) ) ),
	'gettext_default'      => array( array( array( 'accepted_args' => 2, 'function' => static fn ( $said, $text ) => $core[ $text ] ?? $said ) ) ),
	'doing_it_wrong_run'   => array(
		array(
			array(
				'accepted_args' => 2,
				'function'      => static function ( $function, $message ) {
					if ( false !== strpos( $message, 'obolus' ) ) {
						$GLOBALS['obolus_complaints'][] = "$function: $message";
					}
				},
			),
		),
	),
);
