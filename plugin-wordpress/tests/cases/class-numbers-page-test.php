<?php
use Obolus\Numbers\Chart;
use Obolus\Numbers\Page;
use Obolus\Numbers\Widget;

require_once __DIR__ . '/../class-numbers-test.php';

final class Numbers_Page_Test extends Numbers_Test {

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'], $GLOBALS['wp_meta_boxes'], $GLOBALS['submenu'] );
		parent::tearDown();
	}

	public function test_the_page_shows_the_figures_of_this_month_the_revenue_and_when_they_were_read(): void {
		$this->some_flattrs();
		$page = self::text( $this->page() );

		self::assertStringContainsString( 'As of November 10, 2026, 9:30 am: what alice receives at https://obolus.example', $page );
		self::assertStringContainsString( 'Flattrs in November 2026 9 ', $page );
		self::assertStringContainsString( 'Worth as of now €12.15 €13.50 less the fee of €1.35', $page );
		self::assertStringContainsString( 'Revenue €45.60 ', $page );
		self::assertStringContainsString( 'November 2026 Open 9 €12.15 as of now October 2026 Settled 3 €9.00 Most flattred', $page );
	}

	public function test_the_page_shows_the_most_flattred_posts_with_links_and_what_went_elsewhere(): void {
		$post = $this->some_flattrs();
		$page = $this->page();

		self::assertStringContainsString( 'How to bake bread View Edit 6 11 €6.00', self::text( $page ) );
		self::assertStringContainsString( '3 more flattrs were for something else', $page );
		self::assertStringContainsString( 'href="' . esc_url( get_permalink( $post ) ) . '"', $page );
		self::assertStringContainsString( 'href="' . esc_url( get_edit_post_link( $post, 'raw' ) ) . '"', $page );
		self::assertStringNotContainsString( 'As the server has it', $page );
	}

	public function test_a_post_that_is_gone_is_left_out_and_a_draft_has_no_link_to_a_page(): void {
		$gone  = self::a_registered_post( 1, array( 'post_title' => 'Gone' ) );
		$draft = self::a_registered_post( 2, array( 'post_title' => 'Taken back' ) );
		$this->says['/api/v1/statements/received/2026-11'] = self::statement( '2026-11', 'open', array( self::thing( 1, 2, 1 ), self::thing( 2, 2, 1 ) ) );
		$this->reading()->figures();
		wp_delete_post( $gone, true );
		wp_update_post( array( 'ID' => $draft, 'post_status' => 'draft' ) );

		self::assertStringContainsString( 'before the fee Taken back Edit 2', self::text( $this->page() ) );
	}

	public function test_no_script_of_a_title_or_of_the_server_gets_onto_the_page(): void {
		self::a_registered_post( 41, array( 'post_title' => 'Salt' . self::HOSTILE . ' &lt;script&gt;' ) );
		$this->says['/api/v1/statements/received/2026-11'] = self::statement( '2026-11', 'open', array( array( 'title' => self::HOSTILE, 'url' => self::HOSTILE ) + self::thing( 41, 1, 1 ) ) );
		$shown = $this->page() . $this->widget();
		$this->says['/api/v1/months'] = self::answered( 503, array( 'detail' => 'Busy' . self::HOSTILE ) );
		$this->minutes_pass( 5 );
		$shown .= $this->page() . $this->widget();

		self::assertStringContainsString( 'Salt”&gt; &lt;script&gt;', $shown );
		self::assertStringContainsString( 'Busy&quot;&gt;', $shown );
		self::assertStringNotContainsString( '<script', $shown );
	}

	public function test_the_chart_has_a_bar_for_each_month_and_is_described(): void {
		$this->some_flattrs();
		$page = $this->page();
		$svg  = new DOMDocument();
		self::assertTrue( $svg->loadXML( substr( $page, strpos( $page, '<svg' ), strpos( $page, '</svg>' ) + 6 - strpos( $page, '<svg' ) ) ) );
		$heights = array();
		foreach ( $svg->getElementsByTagName( 'rect' ) as $bar ) {
			$heights[ $bar->getAttribute( 'class' ) ] = (int) $bar->getAttribute( 'height' );
		}

		self::assertSame( array( 'obolus-settled' => 81, 'obolus-as-of-now' => 110 ), $heights );
		self::assertSame( 'img', $svg->documentElement->getAttribute( 'role' ) );
		self::assertSame( 'obolus-chart-title obolus-chart-desc', $svg->documentElement->getAttribute( 'aria-labelledby' ) );
		self::assertSame( 'Revenue by month', $svg->getElementsByTagName( 'title' )->item( 0 )->textContent );
		self::assertSame( 1, $svg->getElementsByTagName( 'desc' )->length );
	}

	public function test_a_month_without_anything_and_the_largest_amount_can_be_drawn(): void {
		$figures = $this->reading()->figures();
		list( $november, $october ) = $figures->months;
		$november->net = 0;
		$october->net  = PHP_INT_MAX;
		$chart = self::printed( static fn () => Chart::show( array( $november, $october ) ) );

		$empty = self::printed( static fn () => Chart::show( array( $november ) ) );

		self::assertStringContainsString( 'height="0"', $empty );
		self::assertStringContainsString( 'y="138" width="44" height="0"', $chart );
		self::assertStringContainsString( 'y="28" width="44" height="110"', $chart );
	}

	public function test_when_the_server_is_down_the_page_and_the_widget_say_so_and_show_the_older_figures_with_their_time(): void {
		$this->some_flattrs();
		$this->page();
		$this->says['/api/v1/months'] = new WP_Error( 'http_request_failed', 'Nobody answers here.' );
		$this->minutes_pass( 90 );

		foreach ( array( self::text( $this->page() ), self::text( $this->widget() ) ) as $shown ) {
			self::assertStringContainsString( 'The figures could not be read just now. The server did not answer.', $shown );
			self::assertStringContainsString( 'As of November 10, 2026, 9:30 am', $shown );
			self::assertStringContainsString( '€12.15', $shown );
		}
	}

	public function test_without_a_connection_both_say_so_and_nobody_is_asked(): void {
		self::a_connection()->end();

		foreach ( array( $this->page(), $this->widget() ) as $shown ) {
			self::assertStringContainsString( 'This site is not connected to a server', $shown );
			self::assertStringContainsString( esc_url( admin_url( 'options-general.php?page=obolus' ) ), $shown );
			self::assertStringNotContainsString( '<svg', $shown );
		}
		self::assertSame( array(), $this->sent );
	}

	public function test_who_does_not_run_the_site_sees_nothing_and_causes_no_request(): void {
		wp_set_current_user( self::somebody( 'editor' ) );
		require_once ABSPATH . 'wp-admin/includes/dashboard.php';
		set_current_screen( 'dashboard' );
		do_action( 'wp_dashboard_setup' );

		self::assertSame( '', $this->page() );
		self::assertArrayNotHasKey( 'obolus_numbers', $GLOBALS['wp_meta_boxes']['dashboard']['normal']['core'] ?? array() );
		self::assertSame( array(), $this->sent );
	}

	public function test_a_filter_lets_others_see_the_page_or_the_widget(): void {
		wp_set_current_user( self::somebody( 'editor' ) );
		add_filter( 'obolus_numbers_capability', static fn ( $capability, $what ) => 'widget' === $what ? 'edit_others_posts' : $capability, 10, 2 );
		require_once ABSPATH . 'wp-admin/includes/dashboard.php';
		set_current_screen( 'dashboard' );
		do_action( 'wp_dashboard_setup' );

		self::assertArrayHasKey( 'obolus_numbers', $GLOBALS['wp_meta_boxes']['dashboard']['normal']['core'] );
		self::assertSame( '', $this->page() );
		self::assertStringNotContainsString( 'All figures', $this->widget() );

		add_filter( 'obolus_numbers_capability', static fn () => 'edit_others_posts' );
		self::assertStringContainsString( '€45.60', $this->page() );
		add_filter( 'obolus_numbers_capability', static fn () => '', 11 );
		self::assertSame( '', $this->page() );
		wp_set_current_user( 1 );
		self::assertStringContainsString( '€45.60', $this->page() );
	}

	public function test_the_widget_shows_two_figures_three_posts_and_the_way_to_the_page(): void {
		foreach ( range( 1, 4 ) as $thing ) {
			self::a_registered_post( $thing, array( 'post_title' => "Post $thing" ) );
		}
		$this->says['/api/v1/statements/received/2026-11'] = self::statement( '2026-11', 'open', array_map( static fn ( $thing ) => self::thing( $thing, $thing, 1000000 ), range( 1, 4 ) ) );
		$widget = $this->widget();

		self::assertStringContainsString( 'Flattrs in November 2026 10 Worth as of now €3.60', self::text( $widget ) );
		self::assertStringContainsString( 'Post 4 4 flattrs Post 3 3 flattrs Post 2 2 flattrs As of November 10, 2026', self::text( $widget ) );
		self::assertStringContainsString( esc_url( admin_url( 'index.php?page=obolus-flattrs' ) ), $widget );
	}

	public function test_the_style_is_loaded_where_numbers_are_shown_to_who_may_see_them_and_nowhere_else(): void {
		$loaded = array();
		foreach ( array( array( 1, 'post.php' ), array( 1, null ), array( self::somebody( 'editor' ), 'index.php' ), array( 1, 'index.php' ) ) as list( $user, $where ) ) {
			wp_set_current_user( $user );
			( new Page( $this->reading() ) )->add_style( $where );
			$loaded[] = wp_style_is( 'obolus-numbers' );
		}
		wp_dequeue_style( 'obolus-numbers' );

		self::assertSame( array( false, false, false, true ), $loaded );
		self::assertFileExists( dirname( Obolus\FILE ) . '/assets/numbers.css' );
	}

	public function test_the_page_is_below_the_dashboard(): void {
		do_action( 'admin_menu' );

		self::assertContains( 'obolus-flattrs', array_column( $GLOBALS['submenu']['index.php'], 2 ) );
		self::assertNotFalse( has_action( get_plugin_page_hookname( 'obolus-flattrs', 'index.php' ) ) );
	}

	private function some_flattrs(): int {
		$post = self::a_registered_post( 41 );
		$this->says['/api/v1/statements/received/2026-11'] = self::statement( '2026-11', 'open', array( self::thing( 77, 3, 7500000 ), self::thing( 41, 6, 6000000 ) ) );
		return $post;
	}

	private function page(): string {
		return self::printed( array( new Page( $this->reading() ), 'show' ) );
	}

	private function widget(): string {
		return self::printed( array( new Widget( $this->reading() ), 'show' ) );
	}
}
