<?php
use Obolus\Numbers\Column;
use Obolus\Settings;
use Obolus\Things\Chosen;
use Obolus\Things\Post_Settings;

require_once __DIR__ . '/../class-numbers-test.php';

final class Numbers_Column_Test extends Numbers_Test {

	/** @var array<string, mixed> How often each address was flattred. */
	private $flattrs = array();

	protected function setUp(): void {
		parent::setUp();
		$this->answer = function ( $request, $url ) {
			$counts = array();
			foreach ( self::urls_in( $url ) as $one ) {
				$counts[] = array( 'url' => $one, 'flattrs' => $this->flattrs[ $one ] ?? 0, 'supporters' => 1 );
			}
			return self::answered( 200, array( 'counts' => $counts ) );
		};
	}

	protected function tearDown(): void {
		$GLOBALS['wp_query'] = $GLOBALS['wp_the_query'] = new WP_Query();
		parent::tearDown();
	}

	public function test_the_numbers_of_a_list_are_asked_for_together_and_kept_for_five_minutes(): void {
		$posts = array_map( fn () => self::a_post(), range( 1, 20 ) );
		$this->flattrs[ get_permalink( $posts[3] ) ] = 1234;
		self::assertStringContainsString( '>1,234<', $this->cells( $posts )[3] );
		self::assertStringContainsString( '>0<', $this->cells( $posts )[4] );
		self::assertCount( 1, $this->sent );
		self::assertSame( array_map( 'get_permalink', $posts ), self::urls_in( $this->sent[0]['url'] ) );
		self::assertArrayNotHasKey( 'Authorization', $this->sent[0]['headers'] );

		$this->flattrs[ get_permalink( $posts[3] ) ] = 1235;
		$this->minutes_pass( 5 );
		self::assertStringContainsString( '>1,235<', $this->cells( $posts )[3] );
		self::assertCount( 2, $this->sent );
	}

	public function test_no_question_holds_more_than_fifty_addresses_or_six_thousand_letters_and_a_list_asks_three(): void {
		$this->cells( self::many( 60, 'post' ) );
		self::assertSame( array( 50, 10 ), array_map( static fn ( $request ) => count( self::urls_in( $request['url'] ) ), $this->sent ) );

		$this->sent = array();
		$long       = array_map( static fn ( $place ) => 'https://blog.example/' . str_repeat( 'ы', 200 ) . $place, range( 1, 30 ) );
		$this->counted()->of( $long );
		self::assertSame( array( 4, 4, 4 ), array_map( static fn ( $request ) => count( self::urls_in( $request['url'] ) ), $this->sent ) );
		self::assertLessThan( 6100, max( array_map( static fn ( $request ) => strlen( $request['url'] ), $this->sent ) ) );

		$this->counted()->of( $long );
		self::assertSame( array( $long[12], $long[13] ), array_slice( self::urls_in( $this->sent[3]['url'] ), 0, 2 ) );
	}

	public function test_a_post_that_is_no_thing_has_no_number_and_is_not_asked_for(): void {
		$draft = self::a_post( array( 'post_status' => 'draft' ) );
		$off   = self::a_post();
		Post_Settings::set( $off, 'off', '1' );

		foreach ( $this->cells( array( $draft, $off, 999999 ) ) as $cell ) {
			self::assertStringContainsString( 'Not known', $cell );
		}
		self::assertSame( array(), $this->sent );
	}

	public function test_another_address_that_was_chosen_for_a_post_is_the_one_that_is_asked_for(): void {
		$post = self::a_post();
		Post_Settings::set( $post, 'url', 'https://blog.example/x?a=1&b=2' );
		$this->flattrs['https://blog.example/x?a=1&b=2'] = 8;

		self::assertStringContainsString( '>8<', $this->cells( array( $post ) )[0] );
	}

	public function test_while_the_server_is_down_the_older_numbers_stay_with_their_time_and_it_is_asked_once(): void {
		$post = self::a_post();
		$this->flattrs[ get_permalink( $post ) ] = 7;
		$this->cells( array( $post ) );
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$this->minutes_pass( 60 );
		$new = self::a_post();

		list( $known, $unknown ) = $this->cells( array( $post, $new ) );
		self::assertSame( '<span title="As of November 10, 2026, 9:30 am">7</span>', $known );
		self::assertStringContainsString( 'Not known', $unknown );
		$this->cells( array( $post, $new ) );
		self::assertCount( 2, $this->sent );
		self::assertSame( 3, $this->sent[1]['timeout'] );
	}

	public function test_what_the_server_says_of_other_addresses_or_not_in_numbers_is_not_believed(): void {
		$post         = self::a_post();
		$this->answer = static fn () => self::answered( 200, array( 'counts' => array( 'x', array( 'url' => 'https://other.example/', 'flattrs' => 1 ), array( 'url' => get_permalink( $post ), 'flattrs' => self::HOSTILE ), array( 'url' => get_permalink( $post ), 'flattrs' => -1 ) ) ) );

		self::assertStringContainsString( 'Not known', $this->cells( array( $post ) )[0] );
		self::assertSame( array(), get_option( 'obolus_counted' )['counts'] );
	}

	public function test_the_numbers_of_another_server_are_not_shown(): void {
		$post = self::a_post();
		$this->cells( array( $post ) );
		$this->connection()->end();
		update_option( 'obolus_server', 'https://another.example' );
		$this->connection()->keep( array( 'token' => 'good' ) );
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'Nobody answers here.' );

		self::assertStringContainsString( 'Not known', $this->cells( array( $post ) )[0] );
	}

	public function test_no_more_than_five_hundred_numbers_are_kept(): void {
		foreach ( array_chunk( range( 1, 600 ), 50 ) as $some ) {
			$this->counted()->of( array_map( static fn ( $place ) => "https://blog.example/$place", $some ) );
		}

		self::assertCount( 500, get_option( 'obolus_counted' )['counts'] );
	}

	public function test_of_pages_those_from_the_first_one_on_show_are_asked_for(): void {
		update_option( 'obolus_post_types', array( 'page' ) );
		self::many( 130, 'page' );
		wp_edit_posts_query( array( 'post_type' => 'page' ) );
		$listed = wp_list_pluck( $GLOBALS['wp_query']->posts, 'ID' );
		$column = $this->column();
		$this->cell( $column, $listed[20] );
		$this->cell( $column, $listed[39] );

		self::assertGreaterThanOrEqual( 130, count( $listed ) );
		self::assertCount( 2, $this->sent );
		self::assertSame( array_map( 'get_permalink', array_slice( $listed, 20, 100 ) ), array_merge( self::urls_in( $this->sent[0]['url'] ), self::urls_in( $this->sent[1]['url'] ) ) );
	}

	public function test_the_column_is_there_for_the_chosen_types_beside_that_of_the_state(): void {
		update_option( 'obolus_post_types', array( 'page' ) );
		$this->column()->add();

		self::assertSame( array( 'title' => 'Title', 'obolus_flattrs' => 'Flattrs' ), apply_filters( 'manage_page_posts_columns', array( 'title' => 'Title' ) ) );
		self::assertArrayNotHasKey( 'obolus_flattrs', apply_filters( 'manage_post_posts_columns', array() ) );
	}

	public function test_there_is_no_column_for_who_does_not_run_the_site_or_before_it_is_connected(): void {
		wp_set_current_user( self::somebody( 'editor' ) );
		$this->column()->add();
		wp_set_current_user( 1 );
		self::a_connection()->end();
		$this->column()->add();

		self::assertArrayNotHasKey( 'obolus_flattrs', apply_filters( 'manage_post_posts_columns', array() ) );
		self::assertSame( array(), $this->sent );
	}

	public function test_the_column_is_part_of_the_plugin(): void {
		$hooked = array_column( $GLOBALS['wp_filter']['admin_init']->callbacks[10], 'function' );
		$ours   = array_filter( $hooked, static fn ( $function ): bool => is_array( $function ) && $function[0] instanceof Column );
		self::assertCount( 1, $ours );
		call_user_func( current( $ours ) );

		self::assertArrayHasKey( 'obolus_flattrs', apply_filters( 'manage_post_posts_columns', array() ) );
		self::assertSame( array(), $this->sent );
	}

	private function column(): Column {
		return new Column( $this->connection(), new Chosen( new Settings() ), $this->counted() );
	}

	/** What a list of these posts shows. */
	private function cells( array $posts ): array {
		$GLOBALS['wp_query']        = new WP_Query();
		$GLOBALS['wp_query']->posts = array_filter( array_map( 'get_post', $posts ) );
		$column                     = $this->column();
		return array_map( fn ( int $post ): string => $this->cell( $column, $post ), $posts );
	}

	private function cell( Column $column, int $post ): string {
		return self::printed( static fn () => $column->show( 'obolus_flattrs', $post ) );
	}

	/** Written at once: WordPress would take its time. */
	private static function many( int $number, string $type ): array {
		global $wpdb;
		$posts = array();
		foreach ( range( 1, $number ) as $place ) {
			$wpdb->insert( $wpdb->posts, array( 'post_title' => 'Bread', 'post_name' => "bread-$place", 'post_status' => 'publish', 'post_type' => $type, 'menu_order' => $place, 'post_content' => '', 'post_excerpt' => '', 'to_ping' => '', 'pinged' => '', 'post_content_filtered' => '' ) );
			$posts[] = $wpdb->insert_id;
		}
		return $posts;
	}

	private static function urls_in( string $question ): array {
		return array_map( 'urldecode', array_slice( preg_split( '/[?&]url=/', $question ), 1 ) );
	}
}
