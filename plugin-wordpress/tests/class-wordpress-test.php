<?php
use PHPUnit\Framework\TestCase;

/**
 * On a real WordPress: what a test writes is rolled back after it, its hooks are forgotten, and requests to other servers
 * are recorded and answered by the test.
 */
abstract class WordPress_Test extends TestCase {

	/** @var array<int, array<string, mixed>> What was sent to other servers, each with its url. */
	protected $sent = array();

	/** @var callable( array, string ): ( array|WP_Error ) Answers for other servers. */
	protected $answer;

	private $hooks = array();

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$wpdb->query( 'SET autocommit = 0' );
		$wpdb->query( 'START TRANSACTION' );
		foreach ( $GLOBALS['wp_filter'] as $name => $hook ) {
			$this->hooks[ $name ] = clone $hook;
		}
		wp_cache_flush();
		$this->answer = static function () {
			return new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		};
		add_filter(
			'pre_http_request',
			function ( $nothing, $request, $url ) {
				$this->sent[] = array( 'url' => $url ) + $request;
				return ( $this->answer )( $request, $url );
			},
			10,
			3
		);
		wp_set_current_user( 1 );
	}

	protected function tearDown(): void {
		global $wpdb;
		$wpdb->query( 'ROLLBACK' );
		$wpdb->query( 'SET autocommit = 1' );
		$GLOBALS['wp_filter'] = $this->hooks;
		wp_cache_flush();
		wp_reset_postdata();
		wp_set_current_user( 0 );
		$_GET     = array();
		$_POST    = array();
		$_REQUEST = array();

		$GLOBALS['wp_settings_errors'] = array();
		parent::tearDown();
	}

	/** A site that is connected with a token, or by OAuth with more. */
	protected static function a_connection( array $access = array( 'token' => 'good' ) ): Obolus\Connection\Connection {
		update_option( 'obolus_server', 'https://obolus.example' );
		$connection = new Obolus\Connection\Connection( new Obolus\Settings() );
		$connection->keep( $access );
		return $connection;
	}

	/** Moves the site, or makes a copy of it: the database is the same, and the address another one. */
	protected static function the_site_stands_at( string $address ): void {
		add_filter( 'option_home', static fn () => $address, 20 );
	}

	/** Sends a form of the connection; where that leads. */
	protected static function sent_form( string $action, array $fields = array() ): string {
		$_POST    = $fields + array( '_wpnonce' => wp_create_nonce( $action ) );
		$_REQUEST = $_POST;
		return self::outcome( static fn () => do_action( "admin_post_$action" ) );
	}

	/** Where somebody is led by a handler, instead of the end of the request; or why it dies, with its status. */
	protected static function outcome( callable $handler ): string {
		$led  = static function ( $location ) {
			throw new DomainException( $location );
		};
		$died = static function () {
			return static function ( $message, $title = '', $more = array() ) {
				throw new DomainException( 'died ' . ( is_array( $more ) ? $more['response'] ?? 500 : $more ) );
			};
		};
		add_filter( 'wp_redirect', $led );
		add_filter( 'wp_die_handler', $died );
		try {
			$handler();
		} catch ( DomainException $outcome ) {
			return $outcome->getMessage();
		} finally {
			remove_filter( 'wp_redirect', $led );
			remove_filter( 'wp_die_handler', $died );
		}
		return '';
	}

	/** What a server would send back. */
	protected static function answered( int $status, array $body = array(), array $headers = array() ): array {
		return array(
			'headers'  => $headers,
			'body'     => wp_json_encode( $body ),
			'response' => array( 'code' => $status, 'message' => '' ),
			'cookies'  => array(),
			'filename' => null,
		);
	}

	/** A post, published unless said otherwise. */
	protected static function a_post( array $more = array() ): int {
		return wp_insert_post(
			$more + array(
				'post_title'   => 'How to bake bread',
				'post_content' => 'Flour, water, salt.',
				'post_status'  => 'publish',
				'post_type'    => 'post',
			),
			true
		);
	}

	/** The content of a post as its page shows it: the main query and the loop, as a theme runs them. */
	protected static function shown( int $post ): string {
		global $wp_query, $wp_the_query;
		$wp_the_query = new WP_Query( array( 'p' => $post, 'post_type' => 'any' ) );
		$wp_query     = $wp_the_query;
		$wp_query->is_singular = true;
		$wp_query->is_single   = true;
		ob_start();
		while ( have_posts() ) {
			the_post();
			the_content();
		}
		return ob_get_clean();
	}
}
