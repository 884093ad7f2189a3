<?php
// What of the WordPress coding standards and of the rules of the plugin directory can be seen in the tree of a file.
use PhpParser\Node;
use PhpParser\NodeFinder;

/** Each rule is a method that yields where it is broken, and how. */
final class Standards {

	private const TRANSLATING = array( '__', '_e', '_x', '_n', '_nx', 'esc_html__', 'esc_html_e', 'esc_html_x', 'esc_attr__', 'esc_attr_e', 'esc_attr_x' );
	private const RESERVED    = array( 'array', 'bool', 'callable', 'class', 'clone', 'const', 'default', 'echo', 'empty', 'enum', 'exit', 'false', 'final', 'float', 'function', 'global', 'int', 'iterable', 'list', 'match', 'mixed', 'namespace', 'never', 'new', 'null', 'object', 'parent', 'print', 'private', 'protected', 'public', 'readonly', 'resource', 'return', 'self', 'static', 'string', 'switch', 'throw', 'trait', 'true', 'unset', 'use', 'var', 'void', 'yield' );
	private const DATABASE    = array( 'query', 'get_var', 'get_row', 'get_col', 'get_results', 'insert', 'update', 'delete', 'replace' );

	private $tree;
	private $text;
	private $lines;
	private $finder;

	public function __construct( array $tree, string $text ) {
		$this->tree   = $tree;
		$this->text   = $text;
		$this->lines  = explode( "\n", $text );
		$this->finder = new NodeFinder();
	}

	public function faults(): iterable {
		foreach ( array( 'guard', 'names', 'ternaries', 'arrays', 'yoda', 'translations', 'redirects', 'nonces', 'database' ) as $rule ) {
			yield from $this->$rule();
		}
	}

	/** Nobody runs a file by its own address. */
	private function guard(): iterable {
		if ( 1 !== preg_match( "/^if \( ! defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \) \{\n\texit;\n\}$/m", $this->text ) ) {
			yield array( $this->tree[0], 'whoever knows its address can run this file: it has no guard' );
		}
	}

	/** A parameter that is called like a word of PHP reads badly where arguments are named. */
	private function names(): iterable {
		foreach ( $this->all( Node\Param::class ) as $parameter ) {
			if ( in_array( strtolower( (string) $parameter->var->name ), self::RESERVED, true ) ) {
				yield array( $parameter, 'a parameter is called like a word of PHP' );
			}
		}
	}

	private function ternaries(): iterable {
		foreach ( $this->all( Node\Expr\Ternary::class ) as $ternary ) {
			if ( null === $ternary->if ) {
				yield array( $ternary, 'a short ternary' );
			}
		}
	}

	private function arrays(): iterable {
		foreach ( $this->all( Node\Expr\Array_::class ) as $array ) {
			$items = array_filter( $array->items );
			$keys  = array_filter( $items, static fn ( $item ): bool => null !== $item->key );
			$lines = array_unique( array_map( static fn ( $item ): int => $item->getStartLine(), $items ) );
			if ( Node\Expr\Array_::KIND_SHORT === $array->getAttribute( 'kind' ) ) {
				yield array( $array, 'an array in brackets' );
			}
			if ( array() !== $keys && count( $lines ) < count( $items ) ) {
				yield array( $array, 'an array with keys has one line for each of them' );
			}
		}
	}

	/** What is compared with a value stands after it. */
	private function yoda(): iterable {
		$compared = array( Node\Expr\BinaryOp\Identical::class, Node\Expr\BinaryOp\NotIdentical::class, Node\Expr\BinaryOp\Equal::class, Node\Expr\BinaryOp\NotEqual::class );
		foreach ( $this->all( Node\Expr\BinaryOp::class ) as $comparison ) {
			if ( ! in_array( get_class( $comparison ), $compared, true ) ) {
				continue;
			}
			if ( $comparison instanceof Node\Expr\BinaryOp\Equal || $comparison instanceof Node\Expr\BinaryOp\NotEqual ) {
				yield array( $comparison, 'a comparison of different types' );
			}
			if ( $this->varies( $comparison->left ) && ! $this->has_variable( $comparison->right ) ) {
				yield array( $comparison, 'the value stands before what is compared with it' );
			}
		}
	}

	/** Texts are literal, of our domain, with a comment for translators where there is a placeholder, and several of them have numbers. */
	private function translations(): iterable {
		foreach ( $this->calls( self::TRANSLATING ) as $call ) {
			$last  = end( $call->args )->value;
			$texts = array_slice( $call->args, 0, in_array( $call->name->getLast(), array( '_n', '_nx' ), true ) ? 2 : 1 );
			if ( ! $last instanceof Node\Scalar\String_ || 'obolus' !== $last->value ) {
				yield array( $call, 'the text is not of the domain of the plugin' );
			}
			foreach ( $texts as $text ) {
				if ( ! $text->value instanceof Node\Scalar\String_ ) {
					yield array( $call, 'a text to translate is not written out' );
					continue;
				}
				yield from $this->placeholders( $call, $text->value->value );
			}
		}
	}

	private function placeholders( Node $call, string $text ): iterable {
		$plain  = preg_match_all( '/(?<!%)%[sdf]/', $text );
		$placed = preg_match_all( '/(?<!%)%\d+\$[sdf]/', $text );
		if ( $plain > 1 || ( $plain > 0 && $placed > 0 ) ) {
			yield array( $call, 'several placeholders have numbers' );
		}
		$above = $this->lines[ $call->getStartLine() - 2 ] ?? '';
		if ( $plain + $placed > 0 && false === strpos( $above, 'translators: ' ) ) {
			yield array( $call, 'no comment for translators in the line above' );
		}
	}

	/** Nothing happens after a redirection. */
	private function redirects(): iterable {
		foreach ( $this->calls( array( 'wp_redirect', 'wp_safe_redirect' ) ) as $call ) {
			if ( 1 !== preg_match( '/^\s*exit;$/', $this->lines[ $call->getEndLine() ] ?? '' ) ) {
				yield array( $call, 'no exit after a redirection' );
			}
			if ( 'wp_redirect' === $call->name->getLast() && ! $this->is_allowed( $call, 'WordPress.Security.SafeRedirect' ) ) {
				yield array( $call, 'a redirection to anywhere' );
			}
		}
	}

	/** Who asks the database says why WordPress does not do it. */
	private function database(): iterable {
		foreach ( $this->all( Node\Expr\MethodCall::class ) as $call ) {
			$is_wpdb = $call->var instanceof Node\Expr\Variable && 'wpdb' === $call->var->name;
			if ( $is_wpdb && in_array( (string) $call->name, self::DATABASE, true ) && ! $this->is_allowed( $call, 'WordPress.DB.DirectDatabaseQuery' ) ) {
				yield array( $call, 'a question to the database without a reason' );
			}
		}
	}

	/** What somebody sends is read after its nonce was looked at. */
	private function nonces(): iterable {
		foreach ( $this->all( Node\FunctionLike::class ) as $function ) {
			$looked = array_map( static fn ( Node $call ): int => $call->getStartLine(), $this->calls( array( 'check_admin_referer', 'wp_verify_nonce' ), array( $function ) ) );
			foreach ( $this->finder->findInstanceOf( array( $function ), Node\Expr\Variable::class ) as $read ) {
				$is_sent = in_array( $read->name, array( '_GET', '_POST', '_REQUEST', '_FILES' ), true );
				if ( $is_sent && ! $this->is_for_the_nonce( $read ) && ( array() === $looked || min( $looked ) > $read->getStartLine() ) && ! $this->is_allowed( $read, 'WordPress.Security.NonceVerification' ) ) {
					yield array( $read, 'what was sent is read before its nonce' );
				}
			}
		}
	}

	private function is_for_the_nonce( Node $read ): bool {
		return 1 === preg_match( '/nonce/', $this->lines[ $read->getStartLine() - 1 ] );
	}

	/** Whether the file, or the line, says that a rule does not hold there, and why. */
	private function is_allowed( Node $where, string $rule ): bool {
		$before = implode( "\n", array_slice( $this->lines, 0, $where->getStartLine() ) );
		$line   = implode( "\n", array_slice( $this->lines, max( 0, $where->getStartLine() - 2 ), 2 ) );
		$named  = preg_quote( $rule, '~' ) . '[^\n]* -- \w';
		return 1 === preg_match( "~phpcs:disable [^\n]*$named~", $before ) || 1 === preg_match( "~phpcs:ignore [^\n]*$named~", $line );
	}

	private function varies( Node $node ): bool {
		foreach ( array( Node\Expr\Variable::class, Node\Expr\PropertyFetch::class, Node\Expr\ArrayDimFetch::class, Node\Expr\StaticPropertyFetch::class ) as $kind ) {
			if ( $node instanceof $kind ) {
				return true;
			}
		}
		return false;
	}

	private function has_variable( Node $node ): bool {
		return null !== $this->finder->findFirstInstanceOf( array( $node ), Node\Expr\Variable::class );
	}

	private function all( string $kind ): array {
		return $this->finder->findInstanceOf( $this->tree, $kind );
	}

	/** Calls of functions, by their names. */
	private function calls( array $names, ?array $within = null ): array {
		$ours = static fn ( $call ): bool => $call->name instanceof Node\Name && in_array( $call->name->getLast(), $names, true );
		return array_filter( $this->finder->findInstanceOf( $within ?? $this->tree, Node\Expr\FuncCall::class ), $ours );
	}
}
