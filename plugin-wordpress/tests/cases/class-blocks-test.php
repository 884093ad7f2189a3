<?php
require_once __DIR__ . '/../class-button-case.php';

final class Blocks_Test extends Button_Case {

	public function test_the_block_is_known_with_its_script_for_the_editor(): void {
		$block = WP_Block_Type_Registry::get_instance()->get_registered( 'obolus/button' );
		$script = wp_scripts()->registered['obolus-button-editor-script'] ?? null;

		self::assertSame( array( 'layout', 'url', 'site' ), array_values( array_intersect( array_keys( $block->attributes ), array( 'layout', 'url', 'site' ) ) ) );
		self::assertNotNull( $script );
		self::assertSame( plugins_url( 'obolus/blocks/button/index.js' ), $script->src );
		foreach ( $script->deps as $needed ) {
			self::assertArrayHasKey( $needed, wp_scripts()->registered );
		}
	}

	public function test_it_is_the_button_of_its_post(): void {
		$post = self::a_post();
		self::on_page_of( $post );

		$markup = do_blocks( '<!-- wp:obolus/button {"layout":"icon","align":"wide"} /-->' );

		self::assertStringStartsWith( '<div class="', $markup );
		self::assertStringContainsString( 'wp-block-obolus-button', $markup );
		self::assertStringContainsString( ' layout="icon" ', $markup );
		self::assertSame( get_permalink( $post ), self::said_in( $markup )['url'] );
	}

	public function test_it_may_be_for_the_whole_site(): void {
		update_option( 'blogname', 'Bread &amp; butter' );

		$said = self::said_in( do_blocks( '<!-- wp:obolus/button {"site":true} /-->' ) );

		self::assertSame( array( 'url' => home_url( '/' ), 'user_id' => 'alice', 'title' => 'Bread & butter' ), $said );
	}

	public function test_it_may_be_for_another_address(): void {
		self::assertSame( 'https://other.example/?a=1&b=2', self::said_in( do_blocks( '<!-- wp:obolus/button {"url":"https://other.example/?a=1\u0026b=2"} /-->' ) )['url'] );
		self::assertSame( '', do_blocks( '<!-- wp:obolus/button {"url":"javascript:alert(1)"} /-->' ) );
	}

	public function test_what_is_chosen_for_it_does_not_become_markup(): void {
		$markup = do_blocks( '<!-- wp:obolus/button {"layout":"\u0022\u003e\u003cscript\u003e","url":"https://other.example/\u0022 onclick=\u0022x"} /-->' );

		self::assertStringNotContainsString( '<script', $markup );
		self::assertStringNotContainsString( '" onclick', $markup );
		self::assertStringContainsString( ' layout="large" ', $markup );
	}

	public function test_the_editor_sees_the_button_of_a_draft_before_its_readers_do(): void {
		$draft                  = self::a_post( array( 'post_status' => 'draft' ) );
		$_SERVER['HTTP_ACCEPT'] = 'application/json, */*;q=0.1';

		self::assertStringContainsString( '<flattr-button ', $this->preview( $draft )->get_data()['rendered'] );

		unset( $_SERVER['HTTP_ACCEPT'] );
		self::on_page_of( $draft );
		self::assertSame( '', do_blocks( '<!-- wp:obolus/button /-->' ) );
	}

	public function test_strangers_have_no_preview(): void {
		$post = self::a_post();
		wp_set_current_user( 0 );

		self::assertSame( 401, $this->preview( $post )->get_status() );
	}

	public function test_before_the_site_is_connected_it_shows_nothing(): void {
		self::disconnect();
		self::on_page_of( self::a_post() );

		self::assertSame( '', do_blocks( '<!-- wp:obolus/button /--><!-- wp:obolus/button {"site":true} /-->' ) );
		self::assertFalse( self::is_script_there() );
	}

	private function preview( int $post ): WP_REST_Response {
		$request = new WP_REST_Request( 'GET', '/wp/v2/block-renderer/obolus/button' );
		$request->set_query_params( array( 'context' => 'edit', 'post_id' => $post, 'attributes' => array( 'layout' => 'icon' ) ) );
		return rest_do_request( $request );
	}
}
