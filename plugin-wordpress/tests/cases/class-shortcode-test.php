<?php
require_once __DIR__ . '/../class-button-case.php';

final class Shortcode_Test extends Button_Case {

	private const WHOLE = '/^<flattr-button( [a-z]+="[^"<>]*")+><a href="[^"<> ]+">Flattr this<\/a><\/flattr-button>$/';

	public function test_it_says_all_that_flattrs_own_said(): void {
		$markup = do_shortcode(
			'[flattr url="https://other.example/?a=1&amp;b=2" type="compact" popout="0" user="bob" hidden="1" language="sv_SE"'
			. ' category="text" title="Bread" description="Flour, water" tags="bread,baking"]'
		);

		self::assertSame(
			array(
				'url'         => 'https://other.example/?a=1&b=2',
				'user_id'     => 'bob',
				'title'       => 'Bread',
				'description' => 'Flour, water',
				'language'    => 'sv_SE',
				'category'    => 'text',
				'tags'        => 'bread,baking',
				'hidden'      => '1',
			),
			self::said_in( $markup )
		);
		self::assertStringContainsString( ' layout="compact" ', $markup );
		self::assertStringContainsString( ' unlisted="1" ', $markup );
	}

	public function test_without_an_address_it_is_for_its_post(): void {
		$post = self::a_post();
		self::on_page_of( $post );

		$said = self::said_in( do_shortcode( '[flattr]' ) );

		self::assertSame( array( 'url' => get_permalink( $post ), 'user_id' => 'alice', 'title' => 'How to bake bread' ), $said );
	}

	public function test_what_it_says_comes_before_what_the_post_says(): void {
		self::on_page_of( self::a_post() );

		self::assertSame( 'Other', self::said_in( do_shortcode( '[flattr title="Other"]' ) )['title'] );
	}

	/** @dataProvider hostile */
	public function test_nothing_it_says_becomes_markup( string $shortcode ): void {
		self::on_page_of( self::a_post( array( 'post_title' => '"><img src=x onerror=alert(1)>' ) ) );

		$markup = do_shortcode( $shortcode );

		self::assertSame( 1, preg_match( self::WHOLE, $markup ), $markup );
		self::assertSame( self::SERVER, substr( $markup, strpos( $markup, '<a href="' ) + 9, strlen( self::SERVER ) ) );
	}

	public function hostile(): array {
		return array(
			array( "[flattr title='\"><script>alert(1)</script>']" ),
			array( "[flattr user='\" onclick=\"alert(1)' tags='&quot;&gt;&lt;script&gt;']" ),
			array( "[flattr type='large\" onclick=\"alert(1)']" ),
			array( "[flattr url='https://other.example/\" onclick=\"alert(1)']" ),
			array( "[flattr category='x\" style=\"y' language='&#34;&#62;' description='</flattr-button>']" ),
			array( '[flattr onclick="alert(1)" title]' ),
		);
	}

	public function test_an_address_that_is_none_of_the_web_shows_nothing(): void {
		self::assertSame( '', do_shortcode( '[flattr url="javascript:alert(1)"]' ) );
		self::assertSame( '', do_shortcode( '[flattr url="/bread"]' ) );
	}

	public function test_flattrs_names_of_layouts_are_known(): void {
		self::assertStringContainsString( ' layout="large" ', do_shortcode( '[flattr url="https://other.example/" type="js"]' ) );
		self::assertStringContainsString( '<img ', do_shortcode( '[flattr url="https://other.example/" type="image"]' ) );
	}

	public function test_before_the_site_is_connected_it_shows_nothing(): void {
		self::disconnect();
		self::on_page_of( self::a_post() );

		self::assertSame( 'a  b ', do_shortcode( 'a [flattr] b [flattr url="https://other.example/"]' ) );
	}
}
