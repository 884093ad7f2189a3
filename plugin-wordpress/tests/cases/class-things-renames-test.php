<?php
use Obolus\Things\Records;
use Obolus\Things\Sender;

require_once __DIR__ . '/../class-things-test.php';

final class Things_Renames_Test extends Things_Test {

	private $permalinks;

	protected function setUp(): void {
		parent::setUp();
		$this->permalinks = get_option( 'permalink_structure' );
	}

	protected function tearDown(): void {
		$GLOBALS['wp_rewrite']->permalink_structure = $this->permalinks;
		parent::tearDown();
	}

	public function test_a_tag_that_is_renamed_is_sent_with_every_post_that_has_it_and_no_other(): void {
		$tag   = wp_insert_term( 'Baking', 'post_tag' )['term_id'];
		$posts = array( self::a_post( array( 'tags_input' => array( 'Baking' ) ) ), self::a_post( array( 'tags_input' => array( 'Baking' ) ) ) );
		$other = self::a_post();
		$this->cron();
		wp_update_term( $tag, 'post_tag', array( 'name' => 'Home baking' ) );

		self::assertSame( Records::REGISTERED, self::record( $other )->state );
		self::assertLessThanOrEqual( time() + 1, wp_next_scheduled( Sender::HOOK ) );

		$this->cron();

		self::assertSame( array( array( 'Home baking' ), array( 'Home baking' ) ), array_column( $this->things( 1 ), 'tags' ) );
		self::assertSame( Records::REGISTERED, self::record( $posts[1] )->state );
	}

	public function test_a_tag_that_is_deleted_is_taken_from_the_posts_that_had_it(): void {
		$tag = wp_insert_term( 'Baking', 'post_tag' )['term_id'];
		self::a_post( array( 'tags_input' => array( 'Baking' ) ) );
		$this->cron();
		wp_delete_term( $tag, 'post_tag' );
		$this->cron();

		self::assertSame( array(), $this->things( 1 )[0]['tags'] );
	}

	public function test_a_category_that_is_renamed_moves_the_posts_below_it_where_it_is_part_of_their_addresses(): void {
		$this->addresses_with( '/%category%/%postname%/' );
		$above = wp_insert_term( 'Kitchen', 'category' )['term_id'];
		$below = wp_insert_term( 'Bread', 'category', array( 'parent' => $above ) )['term_id'];
		$post  = self::a_post( array( 'post_name' => 'rolls', 'post_category' => array( $below ) ) );
		$this->cron();
		wp_update_term( $above, 'category', array( 'slug' => 'cooking' ) );
		$this->cron();

		self::assertSame( home_url( '/cooking/bread/rolls/' ), self::record( $post )->url );
	}

	public function test_an_author_who_is_renamed_moves_with_the_posts_where_the_name_is_part_of_their_addresses(): void {
		$this->addresses_with( '/%author%/%postname%/' );
		$author = wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'author' ) );
		$post   = self::a_post( array( 'post_name' => 'rolls', 'post_author' => $author ) );
		$this->cron();
		wp_update_user( array( 'ID' => $author, 'user_nicename' => 'caroline' ) );
		$this->cron();

		self::assertSame( home_url( '/caroline/rolls/' ), self::record( $post )->url );
	}

	public function test_a_name_that_is_not_sent_marks_nothing(): void {
		$author = wp_insert_user( array( 'user_login' => 'carol', 'user_pass' => 'x', 'role' => 'author' ) );
		$post   = self::a_post( array( 'post_author' => $author ) );
		$this->cron();
		wp_update_user( array( 'ID' => $author, 'display_name' => 'Caroline', 'user_nicename' => 'caroline' ) );
		$due  = self::record( $post )->due_at;
		$menu = wp_insert_term( 'A menu', 'nav_menu' )['term_id'];
		wp_set_object_terms( $post, array( $menu ), 'nav_menu' );
		$this->cron();
		wp_update_term( $menu, 'nav_menu', array( 'name' => 'Another menu' ) );

		self::assertSame( 0, $due );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_only_what_is_registered_or_on_its_way_is_marked_by_one_statement(): void {
		$tag     = wp_insert_term( 'Baking', 'post_tag' )['term_id'];
		$gone    = self::a_post( array( 'tags_input' => array( 'Baking' ) ) );
		$waiting = self::a_post( array( 'tags_input' => array( 'Baking' ) ) );
		$this->cron();
		wp_trash_post( $gone );
		$this->cron();
		wp_update_post( array( 'ID' => $waiting, 'post_title' => 'Being sent just now' ) );
		$before  = self::record( $waiting )->marked;
		$written = 0;
		add_filter( 'query', static function ( $query ) use ( &$written ) {
			$written += (int) preg_match( '/^UPDATE .*obolus_things/', (string) $query );
			return $query;
		} );
		wp_update_term( $tag, 'post_tag', array( 'name' => 'Home baking' ) );

		self::assertSame( 1, $written );
		self::assertSame( Records::REMOVED, self::record( $gone )->state );
		self::assertSame( $before + 1, self::record( $waiting )->marked );
	}

	private function addresses_with( string $structure ): void {
		update_option( 'permalink_structure', $structure );
		$GLOBALS['wp_rewrite']->permalink_structure = $structure;
	}
}
