<?php
/**
 * Leaves nothing behind.
 *
 * @package Obolus
 */

namespace Obolus;

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

require_once __DIR__ . '/includes/autoload.php';

( new Removal() )->everywhere();
