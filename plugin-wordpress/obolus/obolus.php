<?php
/**
 * Plugin Name: Obolus
 * Description: Every post can be flattred: it registers itself at an Obolus server and shows the button.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: obolus
 * Domain Path: /languages
 *
 * @package Obolus
 */

namespace Obolus;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION = '0.1.0';
const FILE    = __FILE__;

require_once __DIR__ . '/includes/autoload.php';
require_once __DIR__ . '/functions.php';

( new Plugin() )->register();
