<?php
use Obolus\Connection\Proof;
use Obolus\Connection\Server;

final class Proof_Test extends WordPress_Test {

	private $proof;

	protected function setUp(): void {
		parent::setUp();
		$this->proof = new Proof( new Server( self::a_connection() ) );
	}

	public function test_the_file_is_the_token_on_one_line(): void {
		$this->looked( array( 'token' => 'obolus-abc_DEF-123' ) );

		self::assertSame( "obolus-abc_DEF-123\n", self::written( array( $this->proof, 'write' ) ) );
	}

	public function test_the_file_is_there_with_any_query_and_nothing_else_is(): void {
		$this->looked();

		self::assertTrue( $this->proof->is_the_file( '/.well-known/obolus.txt' ) );
		self::assertTrue( $this->proof->is_the_file( '/.well-known/obolus.txt?x=1' ) );
		self::assertFalse( $this->proof->is_the_file( '/blog/.well-known/obolus.txt' ) );
		self::assertFalse( $this->proof->is_the_file( '/' ) );
		self::assertFalse( $this->proof->is_the_file( '' ) );
	}

	public function test_a_site_in_a_folder_does_not_speak_for_its_host(): void {
		$this->looked();

		self::the_site_stands_at( 'https://blog.example/folder' );

		self::assertFalse( $this->proof->is_the_file( '/.well-known/obolus.txt' ) );
		self::assertSame( '', $this->tag( '' ) );
	}

	public function test_the_page_says_what_has_to_stand_where_until_the_server_has_found_it(): void {
		$this->looked( array(), self::answered( 422, array( 'detail' => 'Your token is not there.' ) ) );
		$page = $this->page();
		$this->looked();

		self::assertStringContainsString( 'a file at https://blog.example:8080/.well-known/obolus.txt with this line: <code>obolus-abc</code>', $page );
		self::assertStringContainsString( 'in the head of the page https://blog.example:8080/ this tag: <code>&lt;meta name=&quot;obolus-verification&quot; content=&quot;obolus-abc&quot;&gt;</code>', $page );
		self::assertStringContainsString( 'shows both of these by itself', $page );
		self::assertStringNotContainsString( '<code>', $this->page() );
	}

	public function test_the_page_says_who_has_to_place_it_where_the_site_is_in_a_folder(): void {
		self::the_site_stands_at( 'https://blog.example/folder' );
		$this->proof = new Proof( new Server( self::a_connection() ) );
		$this->looked( array( 'host' => 'blog.example' ), self::answered( 422, array( 'detail' => 'Your token is not there.' ) ) );

		self::assertStringContainsString( 'stands in a folder', $this->page() );
		self::assertStringContainsString( 'https://blog.example/.well-known/obolus.txt', $this->page() );
		self::assertStringContainsString( 'of the page https://blog.example/ this tag', $this->page() );
	}

	public function test_there_is_nothing_to_place_before_the_server_has_named_it(): void {
		$this->proof->look();

		self::assertStringNotContainsString( '<code>', $this->page() );
	}

	public function test_there_is_no_file_and_no_tag_before_the_server_has_named_a_token(): void {
		self::assertFalse( $this->proof->is_the_file( '/.well-known/obolus.txt' ) );
		self::assertSame( '', $this->tag( '/' ) );
	}

	public function test_the_tag_is_in_the_head_of_the_front_page_alone(): void {
		$this->looked();
		$post = self::a_post();

		self::assertSame( '<meta name="obolus-verification" content="obolus-abc">' . "\n", $this->tag( '' ) );
		self::assertSame( '', $this->tag( "p=$post" ) );
	}

	public function test_a_token_that_could_be_markup_is_not_shown_anywhere(): void {
		$this->looked( array( 'token' => '"><script>alert(1)</script>' ) );

		self::assertFalse( $this->proof->is_the_file( '/.well-known/obolus.txt' ) );
		self::assertStringContainsString( 'cannot read', $this->proof->sentence() );
	}

	public function test_a_proof_that_is_not_found_is_said_with_the_servers_sentence_and_what_to_do(): void {
		$this->looked( array(), self::answered( 422, array( 'detail' => 'Your token is not there.' ) ) );

		self::assertFalse( $this->proof->is_found() );
		self::assertSame( 'Your token is not there.', $this->proof->sentence() );
		self::assertTrue( $this->proof->is_the_file( '/.well-known/obolus.txt' ) );
	}

	public function test_the_server_is_asked_for_the_host_that_it_has_named(): void {
		$this->looked();

		self::assertSame( home_url( '/' ), json_decode( $this->sent[0]['body'], true )['url'] );
		self::assertSame( 'https://obolus.example/api/v1/sites/blog.example%3A8080/verification', $this->sent[1]['url'] );
		self::assertTrue( $this->proof->is_found() );
	}

	public function test_the_owner_has_the_server_look_again(): void {
		$_POST        = array( '_wpnonce' => wp_create_nonce( 'obolus_check_again' ) );
		$_REQUEST     = $_POST;
		$this->answer = static fn () => self::answered( 200, array( 'host' => 'blog.example', 'token' => 'obolus-abc', 'state' => 'contested' ) );

		self::outcome( static fn () => do_action( 'admin_post_obolus_check_again' ) );

		self::assertStringContainsString( 'Somebody else has proven blog.example', $this->proof->sentence() );
	}

	public function test_a_server_that_does_not_answer_takes_nothing_away(): void {
		$this->looked();
		$this->answer = static fn () => new WP_Error( 'http_request_failed', 'down' );

		$this->proof->look();

		self::assertTrue( $this->proof->is_the_file( '/.well-known/obolus.txt' ) );
		self::assertSame( 'The server did not answer.', $this->proof->sentence() );
	}

	/** Has the server look, which names a token and finds it unless said otherwise. */
	private function looked( array $site = array(), array $found = array() ): void {
		$site        += array( 'host' => 'blog.example:8080', 'token' => 'obolus-abc', 'state' => 'asked' );
		$found        = array() === $found ? self::answered( 200, array( 'state' => 'proven' ) + $site ) : $found;
		$this->answer = static fn ( $request, $url ) => false === strpos( $url, '/verification' ) ? self::answered( 201, $site ) : $found;
		$this->proof->look();
	}

	private function page(): string {
		$connection = new Obolus\Connection\Connection( new Obolus\Settings() );
		return self::written( array( new Obolus\Settings_Page( $connection, $this->proof ), 'show' ) );
	}

	private function tag( string $query ): string {
		$GLOBALS['wp_the_query'] = new WP_Query();
		$GLOBALS['wp_query']     = $GLOBALS['wp_the_query'];
		$GLOBALS['wp_query']->query( '/' === $query ? '' : $query );
		return self::written( array( $this->proof, 'show_tag' ) );
	}

	private static function written( callable $what ): string {
		ob_start();
		$what();
		return ob_get_clean();
	}
}
