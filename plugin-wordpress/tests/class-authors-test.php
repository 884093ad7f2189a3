<?php
use Obolus\Authors\Offer;
use Obolus\Authors\Offers;
use Obolus\Authors\Schedule;

require_once __DIR__ . '/class-things-test.php';

/** A connected and proven site with an author, and a server that plays what ours does with assignments. */
abstract class Authors_Test extends Things_Test {

	protected const HOST = 'blog.example';

	/** @var int */
	protected $anna;

	/** @var array<int, array<string, mixed>> What the server has, by numbers. */
	protected $given = array();

	/** @var callable|null Answers in place of the server, where it does not answer null. */
	protected $instead;

	private $next = 70;

	protected function setUp(): void {
		parent::setUp();
		$this->is_found();
		$this->anna   = self::a_person( 'anna' );
		$things       = $this->answer;
		$this->answer = function ( $request, $url ) use ( $things ) {
			$said = null === $this->instead ? null : ( $this->instead )( $request, $url );
			return $said ?? ( false === strpos( $url, '/assignments' ) ? $things( $request, $url ) : $this->server( $request, $url ) );
		};
	}

	protected static function a_person( string $name, string $role = 'author' ): int {
		return wp_insert_user( array( 'user_login' => $name, 'user_pass' => 'p', 'user_email' => "$name@mail.example", 'role' => $role ) );
	}

	/** Chooses an account as the profile does. */
	protected static function gives( int $user, string $account, string $from = '' ): void {
		Obolus\Authors\Author_Settings::set( $user, 'account', $account );
		Obolus\Authors\Author_Settings::set( $user, 'from', $from );
	}

	/** What WP-Cron does when the time has come. */
	protected function delivers(): void {
		wp_clear_scheduled_hook( Schedule::HOOK );
		do_action( Schedule::HOOK );
	}

	/** Whether WP-Cron is to run something at its next turn. */
	protected static function is_soon( $when ): bool {
		return is_int( $when ) && $when <= time();
	}

	protected function offer( ?int $user = null ): ?Offer {
		return ( new Offers( array( 'https://obolus.example', 'alice', self::HOST ) ) )->of( $user ?? $this->anna );
	}

	/** What was asked of the server about assignments: method, and the number or the author with account and day. */
	protected function asked(): array {
		$asked = array();
		foreach ( $this->sent as $one ) {
			if ( false !== strpos( $one['url'], '/assignments' ) && 'GET' !== $one['method'] ) {
				$asked[] = $one['method'] . ' ' . ( 'POST' === $one['method'] ? implode( ' ', json_decode( $one['body'], true ) ) : basename( $one['url'] ) );
			}
		}
		return $asked;
	}

	/** An assignment that somebody has made at the server. */
	protected function made( string $author, string $account, string $state = 'in_force' ): int {
		$this->given[ ++$this->next ] = array(
			'id'       => $this->next,
			'host'     => self::HOST,
			'page'     => null,
			'path'     => null,
			'author'   => $author,
			'username' => $account,
			'state'    => $state,
			'from'     => '2026-11-29T10:00:00Z',
			'began_at' => 'in_force' === $state ? '2026-11-30T00:00:00Z' : null,
		);
		return $this->next;
	}

	protected function is_found( string $host = self::HOST ): void {
		update_option( 'obolus_site', array( 'host' => $host, 'token' => 'obolus-abc', 'state' => 'proven', 'sentence' => '' ) );
	}

	protected static function printed( callable $what ): string {
		ob_start();
		$what();
		return ob_get_clean();
	}

	/** Sends the form of a profile; what it complains about. */
	protected function form( int $user, $fields, ?string $nonce = null, string $hook = 'edit_user_profile_update' ): WP_Error {
		$form  = array( '_wpnonce' => $nonce ?? wp_create_nonce( "update-user_$user" ), 'user_id' => $user, 'email' => get_userdata( $user )->user_email );
		$_POST = wp_slash( $form + ( null === $fields ? array() : array( 'obolus_author' => $fields ) ) );
		do_action( $hook, $user );
		$errors = new WP_Error();
		$person = (object) array( 'ID' => $user );
		do_action_ref_array( 'user_profile_update_errors', array( &$errors, true, &$person ) );
		return $errors;
	}

	/** The fields of a profile. */
	protected function fields( int $user ): string {
		return self::printed( static fn () => do_action( 'edit_user_profile', get_userdata( $user ) ) );
	}

	/** The section of the settings page. */
	protected function listed(): string {
		$GLOBALS['wp_settings_sections'] = array();
		foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks[10] as $hook ) {
			if ( is_array( $hook['function'] ) && $hook['function'][0] instanceof Obolus\Authors\Author_List ) {
				call_user_func( $hook['function'] );
			}
		}
		return self::printed( $GLOBALS['wp_settings_sections']['obolus']['obolus_authors']['callback'] );
	}

	private function server( array $request, string $url ): array {
		self::assertStringStartsWith( 'https://obolus.example/api/v1/sites/' . rawurlencode( self::HOST ) . '/assignments', $url );
		if ( 'GET' === $request['method'] ) {
			return self::answered( 200, array( 'items' => array_values( $this->given ) ) );
		}
		if ( 'DELETE' === $request['method'] ) {
			$there = isset( $this->given[ (int) basename( $url ) ] );
			unset( $this->given[ (int) basename( $url ) ] );
			return self::answered( $there ? 204 : 404 );
		}
		$wanted = json_decode( $request['body'], true );
		foreach ( $this->given as $one ) {
			if ( $one['author'] === $wanted['author'] ) {
				return $one['username'] === $wanted['username'] ? self::answered( 200, $one ) : self::answered( 409, array( 'detail' => 'These pages are given to ' . $one['username'] . ' already.' ) );
			}
		}
		return self::answered( 201, $this->given[ $this->made( $wanted['author'], $wanted['username'], 'proposed' ) ] );
	}
}
