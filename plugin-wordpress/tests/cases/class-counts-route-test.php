<?php
require_once __DIR__ . '/../class-counts-case.php';

final class Counts_Route_Test extends Counts_Case {

	public function test_it_answers_as_the_server_does(): void {
		self::posts_at( 'a', 'd' );
		$answer = $this->ask( home_url( '/a/' ), home_url( '/d/' ) );

		self::assertSame(
			'{"counts":[' . wp_json_encode( array( 'url' => home_url( '/a/' ), 'flattrs' => 3, 'supporters' => 2 ) ) . ','
			. wp_json_encode( array( 'url' => home_url( '/d/' ), 'flattrs' => 3, 'supporters' => 2 ) ) . ']}',
			wp_json_encode( $answer->get_data() )
		);
		self::assertSame( 'public, max-age=60', $answer->get_headers()['Cache-Control'] );
		self::assertSame( 'GET', $this->sent[0]['method'] );
		self::assertStringStartsWith( self::SERVER . '/counts?url=', $this->sent[0]['url'] );
	}

	public function test_a_reader_spends_no_token_and_keeps_nobody_waiting_for_long(): void {
		self::a_connection( array( 'token' => 'spent', 'refresh' => 'r', 'ends' => time() - 10, 'client_id' => 'id' ) );
		self::posts_at( 'a' );
		$this->ask( home_url( '/a/' ) );

		self::assertSame( array( self::SERVER . '/counts' ), array_map( static fn ( array $sent ): string => strtok( $sent['url'], '?' ), $this->sent ) );
		self::assertArrayNotHasKey( 'Authorization', $this->sent[0]['headers'] );
		self::assertLessThanOrEqual( 3, $this->sent[0]['timeout'] );
	}

	public function test_addresses_of_others_are_not_asked_for(): void {
		$answer = $this->ask( 'https://other.example/', home_url( '' ) . '.evil.example/', str_replace( '//', '//x@', home_url( '/' ) ), 'javascript:alert(1)', '', home_url( '/<script>' ), home_url( '/' . str_repeat( 'x', 2000 ) ) );

		self::assertSame( array( 'counts' => array() ), $answer->get_data() );
		self::assertSame( array(), $this->sent );
	}

	public function test_addresses_of_this_site_that_no_button_can_have_are_not_asked_for(): void {
		self::posts_at( 'a' );
		self::a_post( array( 'post_name' => 'draft', 'post_status' => 'draft' ) );
		self::a_post( array( 'post_name' => 'page', 'post_type' => 'page' ) );
		update_post_meta( self::a_post( array( 'post_name' => 'off' ) ), '_obolus_off', '1' );
		update_post_meta( self::a_post( array( 'post_name' => 'moved' ) ), '_obolus_url', 'https://other.example/' );

		$this->ask( ...array_map( 'home_url', array( '/made-up/', '/a/?made=up', '/a/#up', '/a', '/draft/', '/page/', '/off/', '/moved/', '/category/uncategorized/' ) ) );

		self::assertSame( array(), $this->sent );
	}

	public function test_the_site_itself_is_asked_for_and_by_http_or_https(): void {
		self::posts_at( 'a' );
		$asked = array( home_url( '/' ), set_url_scheme( home_url( '/a/' ), 'https' ) );

		self::assertSame( $asked, wp_list_pluck( $this->ask( ...$asked )->get_data()['counts'], 'url' ) );
	}

	public function test_a_post_of_another_type_is_asked_for_once_its_types_are_chosen(): void {
		self::a_post( array( 'post_name' => 'page', 'post_type' => 'page' ) );
		self::choose( 'button_types', array( 'page' ) );

		self::assertCount( 1, $this->ask( home_url( '/page/' ) )->get_data()['counts'] );
	}

	/** @dataProvider addresses_of_buttons */
	public function test_what_else_a_button_of_this_site_is_for_is_asked_for_once_it_was_shown( string $asked, callable $shows ): void {
		self::assertSame( array(), $this->ask( $asked )->get_data()['counts'] );

		$shows();

		self::assertSame( $asked, $this->ask( $asked )->get_data()['counts'][0]['url'] );
	}

	public static function addresses_of_buttons(): array {
		$write = static fn ( string $content, array $more = array() ) => static fn () => self::shown( self::a_post( $more + array( 'post_content' => $content ) ) );
		return array(
			'a shortcode'             => array( 'https://other.example/?a=1&b=%C3%BC', $write( '[flattr url="https://other.example/?a=1&b=ü"]' ) ),
			'a block'                 => array( 'https://other.example/b', $write( '<!-- wp:obolus/button {"url":"https://other.example/b"} /-->' ) ),
			'another address'         => array( 'https://other.example/c', $write( 'Flour.', array( 'meta_input' => array( '_obolus_url' => 'https://other.example/c' ) ) ) ),
			'a page, in its content'  => array( 'http://127.0.0.1:8413/page/', $write( '[flattr]', array( 'post_name' => 'page', 'post_type' => 'page' ) ) ),
		);
	}

	public function test_what_is_tried_in_the_editor_is_not_asked_for(): void {
		$_SERVER['HTTP_ACCEPT'] = 'application/json';
		do_shortcode( '[flattr url="https://other.example/h"]' );

		self::assertSame( array(), $this->ask( 'https://other.example/h' )->get_data()['counts'] );
	}

	public function test_showing_the_buttons_of_posts_keeps_nothing(): void {
		self::shown( self::a_post() );
		do_shortcode( '[flattr url="' . home_url( '/' ) . '"]' );

		self::assertFalse( get_option( 'obolus_addresses' ) );
	}

	public function test_no_more_than_five_hundred_addresses_of_buttons_are_kept_and_the_newest_of_them(): void {
		update_option( 'obolus_addresses', array_fill_keys( array_map( static fn ( $i ) => "https://other.example/$i", range( 1, 500 ) ), time() ) );
		do_shortcode( '[flattr url="https://other.example/new"]' );

		self::assertCount( 500, get_option( 'obolus_addresses' ) );
		self::assertCount( 1, $this->ask( 'https://other.example/new', 'https://other.example/1' )->get_data()['counts'] );
	}

	public function test_an_address_that_no_button_has_had_for_a_month_is_forgotten(): void {
		update_option( 'obolus_addresses', array( 'https://other.example/old' => time() - 40 * DAY_IN_SECONDS, 'https://other.example/used' => time() - 20 * DAY_IN_SECONDS ) );
		do_shortcode( '[flattr url="https://other.example/used"]' );

		self::assertSame( array(), $this->ask( 'https://other.example/old' )->get_data()['counts'] );
		self::assertSame( array( 'https://other.example/used' ), array_keys( get_option( 'obolus_addresses' ) ) );
		self::assertEqualsWithDelta( time(), get_option( 'obolus_addresses' )['https://other.example/used'], 5 );
	}

	public function test_there_is_no_such_route_in_another_mode_or_before_the_site_is_connected(): void {
		self::choose( 'counts', 'direct' );
		self::assertSame( 404, $this->ask( home_url( '/a/' ) )->get_status() );

		self::choose( 'counts', 'site' );
		self::disconnect();
		self::assertSame( 404, $this->ask( home_url( '/a/' ) )->get_status() );
		self::assertSame( array(), $this->sent );
	}
}
