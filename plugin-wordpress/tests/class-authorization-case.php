<?php
use Obolus\Connection\Connection;
use Obolus\Settings;

/** A site without a connection, and a server that lets it in. */
abstract class Authorization_Case extends WordPress_Test {

	protected const SITE = array(
		'host'  => 'blog.example',
		'token' => 'obolus-abc_DEF-123',
		'state' => 'asked',
	);

	/** @var array<string, array> What the server answers, by path. */
	protected $server;

	protected function setUp(): void {
		parent::setUp();
		$this->server = array(
			'/oauth/register'                         => self::answered( 201, array( 'client_id' => 'id', 'client_secret' => 'secret' ) ),
			'/oauth/token'                            => self::answered( 200, array( 'access_token' => 'first', 'expires_in' => 3600, 'refresh_token' => 'refresh-1' ) ),
			'/oauth/revoke'                           => self::answered( 200 ),
			'/api/v1/account'                         => self::answered( 200, array( 'username' => 'alice' ) ),
			'/api/v1/sites'                           => self::answered( 201, self::SITE ),
			'/api/v1/sites/blog.example/verification' => self::answered( 200, array( 'state' => 'proven' ) + self::SITE ),
		);
		$this->answer = fn ( $request, $url ) => $this->server[ wp_parse_url( $url, PHP_URL_PATH ) ];
	}

	protected static function connection(): Connection {
		return new Connection( new Settings() );
	}

	/** Sends the form that connects. */
	protected function connect( array $more = array() ): string {
		$_POST    = $more + array( 'server' => 'https://obolus.example/', 'how' => 'app', '_wpnonce' => wp_create_nonce( 'obolus_connect' ) );
		$_REQUEST = $_POST;
		return self::outcome( static fn () => do_action( 'admin_post_obolus_connect' ) );
	}

	/** What the server is asked when somebody connects. */
	protected function question(): array {
		$led = $this->connect();
		self::assertStringStartsWith( 'https://obolus.example/oauth/authorize?', $led );
		parse_str( wp_parse_url( $led, PHP_URL_QUERY ), $asked );
		return $asked;
	}

	/** Comes back from the server. */
	protected function come_back( array $answer ): string {
		$_GET = $answer + array( 'code' => 'the code', 'iss' => 'https://obolus.example' );
		return self::outcome( static fn () => do_action( 'admin_post_obolus_connected' ) );
	}

	protected function disconnect(): void {
		$_POST    = array( '_wpnonce' => wp_create_nonce( 'obolus_disconnect' ) );
		$_REQUEST = $_POST;
		self::outcome( static fn () => do_action( 'admin_post_obolus_disconnect' ) );
	}

	/** The page of the settings, with what is said above it. */
	protected function page(): string {
		set_current_screen( 'settings_page_obolus' );
		$proof = new Obolus\Connection\Proof( new Obolus\Connection\Server( self::connection() ) );
		ob_start();
		( new Obolus\Connection\Notices( self::connection() ) )->show();
		( new Obolus\Settings_Page( self::connection(), $proof ) )->show();
		unset( $GLOBALS['current_screen'] );
		return ob_get_clean();
	}
}
