<?php
use Obolus\Care\Flattr_Notice;
use Obolus\Care\Flattr_Posts;
use Obolus\Settings;
use Obolus\Things\Post_Settings;
use Obolus\Things\Records;

require_once __DIR__ . '/../class-flattr-case.php';

final class Flattr_Posts_Test extends Flattr_Case {

	public function test_what_was_chosen_for_a_post_is_taken_over_where_it_differs(): void {
		self::leave();
		$same  = self::a_post_of_flattr( array( '_flattr_post_language' => 'sv_SE', '_flattr_post_category' => 'audio', '_flattr_post_hidden' => '1', '_flattr_btn_disabled' => '', '_flattr_post_customurl' => '' ) );
		$other = self::a_post_of_flattr( array( '_flattr_post_language' => 'en_GB', '_flattr_post_category' => 'video', '_flattr_post_hidden' => '0', '_flattr_btn_disabled' => 'on', '_flattr_post_customurl' => 'https://blog.example/other' ) );

		$this->answer( Flattr_Notice::TAKE );

		self::assertSame( array( '', '', '', '', '' ), self::chosen_for( $same ) );
		self::assertSame( array( '1', 'en_GB', 'video', '0', 'https://blog.example/other' ), self::chosen_for( $other ) );
	}

	public function test_what_was_chosen_for_a_post_here_already_stays(): void {
		self::leave();
		$post = self::a_post_of_flattr( array( '_flattr_post_language' => 'en_GB', '_flattr_post_customurl' => 'javascript:alert(1)' ) );
		Post_Settings::set( $post, 'language', 'de_DE' );

		$this->answer( Flattr_Notice::TAKE );

		self::assertSame( array( '', 'de_DE', '', '', '' ), self::chosen_for( $post ) );
	}

	public function test_another_address_is_taken_over_only_from_who_may_choose_one_here(): void {
		self::leave();
		$post = self::a_post_of_flattr( array( '_flattr_post_customurl' => 'https://blog.example/other', '_flattr_btn_disabled' => '1' ) );
		wp_update_post( array( 'ID' => $post, 'post_author' => wp_insert_user( array( 'user_login' => 'bob', 'user_pass' => 'pass', 'role' => 'author' ) ) ) );

		$this->answer( Flattr_Notice::TAKE );

		self::assertSame( array( '1', '', '', '', '' ), self::chosen_for( $post ) );
	}

	public function test_many_posts_are_taken_in_steps_by_wp_cron(): void {
		$posts = array();
		for ( $i = 0; $i < 5; $i++ ) {
			$posts[] = self::a_post_of_flattr( array( '_flattr_btn_disabled' => '1', '_flattr_post_hidden' => '' ) );
		}
		$taking = new Flattr_Posts( new Settings(), 2 );
		remove_all_actions( Flattr_Posts::HOOK );
		$taking->register();

		$taking->begin();

		self::assertSame( array( '1', '1', '', '', '' ), array_map( static fn ( int $post ): string => Post_Settings::get( $post, 'off' ), $posts ) );
		self::assertNotFalse( wp_next_scheduled( Flattr_Posts::HOOK ) );
		do_action( Flattr_Posts::HOOK );
		self::assertSame( array( '1', '1', '1', '1', '1' ), array_map( static fn ( int $post ): string => Post_Settings::get( $post, 'off' ), $posts ) );
		self::assertFalse( wp_next_scheduled( Flattr_Posts::HOOK ) );
		self::assertFalse( get_option( Flattr_Posts::OPTION ) );
	}

	public function test_without_a_beginning_wp_cron_takes_nothing(): void {
		$post = self::a_post_of_flattr( array( '_flattr_btn_disabled' => '1' ) );

		do_action( Flattr_Posts::HOOK );

		self::assertSame( '', Post_Settings::get( $post, 'off' ) );
	}

	public function test_a_post_that_is_switched_off_is_taken_away_from_the_server(): void {
		self::leave();
		$post = self::a_post_of_flattr( array( '_flattr_btn_disabled' => '1' ) );

		$this->answer( Flattr_Notice::TAKE );

		self::assertSame( Records::REMOVING, ( new Records() )->find( $post )->state );
	}

	private static function chosen_for( int $post ): array {
		return array_map( static fn ( string $name ): string => Post_Settings::get( $post, $name ), array( 'off', 'language', 'category', 'hidden', 'url' ) );
	}
}
