<?php
use Obolus\Things\Draft;
use Obolus\Things\Records;
use Obolus\Things\Sender;
use Obolus\Settings;

require_once __DIR__ . '/../class-authors-test.php';

final class Authors_Posts_Test extends Authors_Test {

	public function test_a_post_says_whose_it_is_only_where_its_author_has_an_account(): void {
		$post   = self::a_post( array( 'post_author' => $this->anna ) );
		$before = self::author( $post );
		self::gives( $this->anna, 'anna_a' );

		self::assertSame( '', $before );
		self::assertSame( 'anna', self::author( $post ) );
		self::assertSame( '', self::author( self::a_post( array( 'post_author' => 0 ) ) ) );
	}

	public function test_posts_are_sent_again_when_their_author_gets_an_account_or_loses_it(): void {
		$post  = self::a_post( array( 'post_author' => $this->anna ) );
		$other = self::a_post();
		$this->cron();
		$this->sent = array();
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$when = wp_next_scheduled( Sender::HOOK );
		$due  = array( self::record( $post )->due_at > 0, self::record( $other )->due_at > 0 );
		$this->cron();
		self::gives( $this->anna, '' );
		$this->delivers();
		$this->cron();

		self::assertTrue( self::is_soon( $when ) );
		self::assertSame( array( true, false ), $due );
		self::assertSame( array( 'anna', '' ), $this->authors_sent() );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_posts_are_sent_again_when_their_author_has_another_name_in_addresses(): void {
		self::a_post( array( 'post_author' => $this->anna ) );
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$this->cron();
		wp_update_user( array( 'ID' => $this->anna, 'user_nicename' => 'anna-b' ) );
		$this->delivers();
		$this->cron();

		self::assertSame( array( 'anna', 'anna-b' ), $this->authors_sent() );
	}

	public function test_a_post_that_gets_another_author_is_theirs(): void {
		$bert = self::a_person( 'bert' );
		$post = self::a_post( array( 'post_author' => $this->anna ) );
		self::gives( $this->anna, 'anna_a' );
		self::gives( $bert, 'bert_b' );
		$this->cron();
		wp_update_post( array( 'ID' => $post, 'post_author' => $bert ) );
		$this->cron();

		self::assertSame( array( 'anna', 'bert' ), $this->authors_sent() );
	}

	public function test_posts_of_somebody_who_is_deleted_are_their_new_authors(): void {
		$bert = self::a_person( 'bert' );
		self::gives( $this->anna, 'anna_a' );
		self::gives( $bert, 'bert_b' );
		$post = self::a_post( array( 'post_author' => $this->anna ) );
		$this->delivers();
		$this->cron();
		wp_delete_user( $this->anna, $bert );
		$this->cron();

		self::assertSame( array( 'anna', 'bert' ), $this->authors_sent() );
		self::assertSame( Records::REGISTERED, self::record( $post )->state );
	}

	public function test_posts_of_somebody_who_leaves_a_site_of_a_network_are_sent_again(): void {
		$post  = self::a_post( array( 'post_author' => $this->anna ) );
		$other = self::a_post();
		$this->cron();
		do_action( 'remove_user_from_blog', $this->anna, 1, 1 );

		self::assertSame( array( true, false ), array( self::record( $post )->due_at > 0, self::record( $other )->due_at > 0 ) );
		self::assertNotFalse( wp_next_scheduled( Obolus\Authors\Schedule::HOOK ) );
	}

	public function test_a_thousand_posts_are_marked_with_one_statement(): void {
		$posts = array();
		foreach ( range( 1, 30 ) as $i ) {
			$posts[] = self::a_post( array( 'post_author' => $this->anna, 'post_title' => "Post $i" ) );
		}
		$this->cron();
		$statements = 0;
		add_filter( 'query', static function ( $query ) use ( &$statements ) {
			$statements += (int) ( false !== strpos( $query, 'obolus_things' ) );
			return $query;
		} );
		$marked = ( new Records() )->mark_of_author( $this->anna );

		self::assertSame( 30, $marked );
		self::assertSame( 1, $statements );
		self::assertGreaterThan( 0, self::record( $posts[29] )->due_at );
	}

	public function test_a_post_that_waits_for_its_next_try_goes_on_waiting_and_a_refused_one_stays_so(): void {
		$waits  = self::a_post( array( 'post_author' => $this->anna ) );
		$this->instead = static fn () => self::answered( 500 );
		$this->cron();
		$due = self::record( $waits )->due_at;
		$this->instead = static fn () => self::answered( 200, array( 'outcomes' => array( array( 'problem' => array( 'status' => 403 ) ) ) ) );
		$refused = self::a_post( array( 'post_author' => $this->anna ) );
		$this->cron();
		( new Records() )->mark_of_author( $this->anna );

		self::assertSame( $due, self::record( $waits )->due_at );
		self::assertSame( Records::REFUSED, self::record( $refused )->state );
	}

	private static function author( int $post ): string {
		return Draft::of( get_post( $post ), new Settings() )->body['author'];
	}

	/** What was said of the first post of each request. */
	private function authors_sent(): array {
		$sent = array();
		foreach ( $this->sent as $one ) {
			if ( false !== strpos( $one['url'], '/bulk' ) ) {
				$sent[] = json_decode( $one['body'], true )['things'][0]['author'];
			}
		}
		return $sent;
	}
}
