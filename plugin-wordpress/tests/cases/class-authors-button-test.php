<?php
use Obolus\Authors\Author_Settings;

require_once __DIR__ . '/../class-button-case.php';

final class Authors_Button_Test extends Button_Case {

	public function test_there_is_no_button_on_posts_of_an_author_without_and_one_on_others(): void {
		$anna  = $this->anna();
		$post  = self::a_post( array( 'post_author' => $anna ) );
		$other = self::a_post();
		Author_Settings::set( $anna, 'off', '1' );

		self::assertSame( 0, self::buttons_in( self::shown( $post ) ) );
		self::assertSame( 1, self::buttons_in( self::shown( $other ) ) );
	}

	public function test_no_block_shortcode_or_payment_link_shows_one_either(): void {
		$anna = $this->anna();
		$post = self::a_post( array( 'post_author' => $anna, 'post_content' => '[flattr]<!-- wp:obolus/button /-->' ) );
		Author_Settings::set( $anna, 'off', '1' );
		self::on_page_of( $post );
		$page = self::printed(
			static function () use ( $post ) {
				wp_head();
				the_content();
				obolus_button( $post );
			}
		);

		self::assertStringNotContainsString( '/submit/auto', $page );
	}

	public function test_an_authors_layout_comes_before_the_sites_and_after_that_of_a_block(): void {
		$anna  = $this->anna();
		$plain = self::a_post( array( 'post_author' => $anna ) );
		$block = self::a_post( array( 'post_author' => $anna, 'post_content' => '<!-- wp:obolus/button {"layout":"text"} /-->' ) );
		$bare  = self::a_post( array( 'post_author' => $anna, 'post_content' => '<!-- wp:obolus/button /-->' ) );
		self::choose( 'layout', 'compact' );
		Author_Settings::set( $anna, 'layout', 'icon' );

		self::assertStringContainsString( 'layout="icon"', self::shown( $plain ) );
		self::assertStringContainsString( 'layout="text"', self::shown( $block ) );
		self::assertStringContainsString( 'layout="icon"', self::shown( $bare ) );
		self::assertStringContainsString( 'layout="compact"', self::shown( self::a_post() ) );
	}

	private function anna(): int {
		return wp_insert_user( array( 'user_login' => 'anna', 'user_pass' => 'p', 'role' => 'author' ) );
	}
}
