<?php
use Obolus\Things\Record;
use Obolus\Things\Records;
use Obolus\Things\Sender;

/** On a connected site, whose server takes everything. */
abstract class Things_Test extends WordPress_Test {

	protected const THING   = 41;
	protected const HOSTILE = '"><script>alert(1)</script>';

	protected function setUp(): void {
		parent::setUp();
		self::a_connection()->is_of( 'alice' );
		$this->answer = static function ( array $request ) {
			if ( 'DELETE' === $request['method'] ) {
				return self::answered( 204 );
			}
			$outcome = static fn ( array $thing ): array => array(
				'url'    => $thing['url'],
				'status' => 'created',
				'thing'  => array( 'id' => self::THING, 'owner' => 'alice' ),
			);
			return self::answered( 200, array( 'outcomes' => array_map( $outcome, json_decode( $request['body'], true )['things'] ) ) );
		};
	}

	/** What WP-Cron does when the time has come. */
	protected function cron(): void {
		wp_clear_scheduled_hook( Sender::HOOK );
		do_action( Sender::HOOK );
	}

	/** The server refuses what waits, with a sentence of its own. */
	protected function refuse(): void {
		$this->answer = static fn () => self::answered( 200, array( 'outcomes' => array( array( 'problem' => array( 'status' => 422, 'detail' => self::HOSTILE ) ) ) ) );
		$this->cron();
	}

	/** So long that everything that waits is due, and every lease is over. */
	protected static function time_passes(): void {
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->prefix}obolus_things SET due_at = due_at - 100000 WHERE due_at IS NOT NULL" );
		$wpdb->query( "UPDATE {$wpdb->prefix}obolus_things SET leased_until = leased_until - 100000 WHERE leased_until > 100000" );
	}

	/** What this plugin does on admin_init; WordPress looks for updates then. */
	protected static function admin_begins(): void {
		foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks[10] as $hook ) {
			if ( is_array( $hook['function'] ) && is_object( $hook['function'][0] ) && 0 === strpos( get_class( $hook['function'][0] ), 'Obolus\\Things' ) ) {
				call_user_func( $hook['function'] );
			}
		}
	}

	protected static function record( int $post ): ?Record {
		return ( new Records() )->find( $post );
	}

	/** The things of one request, as the server reads them. */
	protected function things( int $request ): array {
		return json_decode( $this->sent[ $request ]['body'], true )['things'];
	}

	/** How a post ceases to be a thing. */
	public static function ways_out(): array {
		return array(
			'unpublished' => array( static fn ( int $post ) => wp_update_post( array( 'ID' => $post, 'post_status' => 'draft' ) ) ),
			'private'     => array( static fn ( int $post ) => wp_update_post( array( 'ID' => $post, 'post_status' => 'private' ) ) ),
			'trashed'     => array( static fn ( int $post ) => wp_trash_post( $post ) ),
			'deleted'     => array( static fn ( int $post ) => wp_delete_post( $post, true ) ),
			'off'         => array( static fn ( int $post ) => update_post_meta( $post, '_obolus_off', '1' ) ),
		);
	}
}
