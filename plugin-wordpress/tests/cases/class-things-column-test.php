<?php
use Obolus\Things\Records;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Column_Test extends Things_Test {

	public function test_the_list_shows_the_state_and_a_refused_post_can_be_tried_again(): void {
		$post = self::a_post();
		self::admin_begins();
		$waiting = $this->column( $post );
		$this->refuse();
		$refused = $this->column( $post );

		self::assertArrayHasKey( 'obolus', apply_filters( 'manage_post_posts_columns', array() ) );
		self::assertStringContainsString( 'Waiting', $waiting );
		self::assertStringContainsString( 'Try again', $refused );
		self::assertStringNotContainsString( '<script', $refused );

		$this->try_again( $post, wp_create_nonce( "obolus_again$post" ) );

		self::assertSame( Records::WAITING, self::record( $post )->state );
	}

	public function test_nothing_is_tried_again_without_a_nonce_or_without_the_right(): void {
		$post = self::a_post();
		$this->refuse();
		$this->try_again( $post, 'wrong' );
		$without_nonce = self::record( $post )->state;
		wp_set_current_user( wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'contributor' ) ) );
		$this->try_again( $post, wp_create_nonce( "obolus_again$post" ) );

		self::assertSame( Records::REFUSED, $without_nonce );
		self::assertSame( Records::REFUSED, self::record( $post )->state );
	}

	public function test_the_column_leaves_room_for_titles(): void {
		set_current_screen( 'edit-post' );
		do_action( 'admin_enqueue_scripts', 'options-general.php' );
		$elsewhere = wp_style_is( 'obolus-column' );
		do_action( 'admin_enqueue_scripts', 'edit.php' );

		self::assertFalse( $elsewhere );
		self::assertTrue( wp_style_is( 'obolus-column' ) );
		self::assertSame( array( '.fixed .column-obolus{width:5.5em}' ), wp_styles()->get_data( 'obolus-column', 'after' ) );
		wp_deregister_style( 'obolus-column' );
		unset( $GLOBALS['current_screen'] );
	}

	private function column( int $post ): string {
		ob_start();
		do_action( 'manage_post_posts_custom_column', 'obolus', $post );
		return ob_get_clean();
	}

	/** The redirect and the refusal end the request; here they end with an exception. */
	private function try_again( int $post, string $nonce ): void {
		$end = static function () {
			throw new RuntimeException( 'The end.' );
		};
		add_filter( 'wp_redirect', $end );
		add_filter( 'wp_die_handler', static fn () => $end );
		$_GET                 = array( 'post' => (string) $post );
		$_REQUEST['_wpnonce'] = $nonce;
		try {
			do_action( 'admin_post_obolus_again' );
		} catch ( RuntimeException $end ) {
			self::assertSame( 'The end.', $end->getMessage() );
		}
	}
}
