<?php
// lint.php PLUGIN WORDPRESS - what can be seen without running: syntax of PHP 7.4, calls that this WordPress does not
// have, output that is not escaped, functions that plugins must not use, and the rules of standards.php.
set_include_path( '/usr/share/php' );
require 'PhpParser/autoload.php';
require __DIR__ . '/standards.php';

use PhpParser\Lexer\Emulative;
use PhpParser\Node;
use PhpParser\NodeFinder;
use PhpParser\ParserFactory;

const SAFE      = '/^(esc_|wp_kses|wp_json_encode$|absint$|intval$|get_block_wrapper_attributes$|number_format_i18n$|checked$|selected$|disabled$)/';
const FORBIDDEN = array(
	'eval', 'extract', 'create_function', 'assert', 'curl_init', 'curl_exec', 'json_encode', 'parse_url', 'parse_str', 'serialize', 'unserialize', 'file_get_contents',
	'file_put_contents', 'fopen', 'fsockopen', 'move_uploaded_file', 'base64_encode', 'base64_decode', 'date', 'date_default_timezone_set', 'rand', 'mt_rand', 'srand',
	'mt_srand', 'strip_tags', 'print_r', 'var_dump', 'var_export', 'error_log', 'trigger_error', 'ini_set', 'set_time_limit', 'error_reporting', 'query_posts',
	'session_start', 'setcookie', 'exec', 'shell_exec', 'system', 'passthru', 'proc_open',
	// Not in the language of the site: wp_date() and number_format_i18n() are.
	'strftime', 'gmstrftime', 'number_format',
);

$folder = $argv[1];
$_SERVER += array( 'HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1' );
require $argv[2] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/dashboard.php';
// What only a network of sites has loaded, and every plugin may use there.
require_once ABSPATH . WPINC . '/ms-blogs.php';

function is_safe( Node\Expr $expression ): bool {
	if ( $expression instanceof Node\Scalar\LNumber || $expression instanceof Node\Scalar\String_ || $expression instanceof Node\Expr\Cast\Int_ ) {
		return true;
	}
	if ( $expression instanceof Node\Expr\BinaryOp\Concat ) {
		return is_safe( $expression->left ) && is_safe( $expression->right );
	}
	if ( $expression instanceof Node\Expr\Ternary ) {
		return is_safe( $expression->if ?? $expression->cond ) && is_safe( $expression->else );
	}
	return $expression instanceof Node\Expr\FuncCall && $expression->name instanceof Node\Name
		&& preg_match( SAFE, $expression->name->getLast() );
}

$parser = ( new ParserFactory() )->create( ParserFactory::ONLY_PHP7, new Emulative( array( 'phpVersion' => '7.4' ) ) );
$finder = new NodeFinder();
$faults = 0;
$say    = static function ( string $file, Node $where, string $what ) use ( &$faults ) {
	++$faults;
	echo "$file:{$where->getStartLine()}: $what\n";
};

$trees = array();
$own   = array();
foreach ( new RegexIterator( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $folder, FilesystemIterator::SKIP_DOTS ) ), '/\.php$/' ) as $file ) {
	$tree             = $parser->parse( file_get_contents( $file ) );
	$trees[ "$file" ] = $tree;
	foreach ( $finder->findInstanceOf( $tree, Node\Stmt\Function_::class ) as $function ) {
		$own[ strtolower( $function->name ) ] = true;
	}
}
foreach ( $trees as $file => $tree ) {
	foreach ( ( new Standards( $tree, (string) file_get_contents( $file ) ) )->faults() as list( $where, $what ) ) {
		$say( $file, $where, $what );
	}
	foreach ( $finder->findInstanceOf( $tree, Node\Expr\FuncCall::class ) as $call ) {
		if ( ! $call->name instanceof Node\Name ) {
			continue;
		}
		$name = $call->name->getLast();
		if ( ! function_exists( $name ) && ! isset( $own[ strtolower( $name ) ] ) ) {
			$say( $file, $call, "WordPress $wp_version has no $name()" );
		}
		if ( in_array( $name, FORBIDDEN, true ) ) {
			$say( $file, $call, "$name() is not for plugins" );
		}
		if ( 'printf' === $name ) {
			foreach ( array_slice( $call->args, 1 ) as $argument ) {
				if ( ! is_safe( $argument->value ) ) {
					$say( $file, $argument, 'what is printed is not escaped' );
				}
			}
		}
	}
	foreach ( $finder->findInstanceOf( $tree, Node\Stmt\Echo_::class ) as $echo ) {
		foreach ( $echo->exprs as $expression ) {
			if ( ! is_safe( $expression ) ) {
				$say( $file, $expression, 'what is written is not escaped' );
			}
		}
	}
}
echo count( $trees ) . " files, $faults fault(s), WordPress $wp_version\n";
exit( $faults ? 1 : 0 );
