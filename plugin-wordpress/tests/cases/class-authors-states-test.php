<?php
use Obolus\Authors\Offer;
use Obolus\Authors\Schedule;

require_once __DIR__ . '/../class-authors-test.php';

final class Authors_States_Test extends Authors_Test {

	/** @dataProvider states */
	public function test_the_state_is_said_in_words_with_the_way_to_the_next_yes( array $at_the_server, string $words, string $page ): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$id                 = array_key_last( $this->given );
		$this->given[ $id ] = $at_the_server + $this->given[ $id ];
		$this->delivers();

		foreach ( array( $this->fields( $this->anna ), $this->listed() ) as $html ) {
			self::assertStringContainsString( $words, $html );
			self::assertSame( '' !== $page, false !== strpos( $html, 'To the page at the server' ) );
			self::assertStringContainsString( '' === $page ? $words : "href=\"https://obolus.example$page\"", $html );
		}
	}

	public static function states(): array {
		return array(
			'proposed' => array( array( 'state' => 'proposed' ), 'Waits for the owner of the site', '/dashboard/sites/blog.example/assignments' ),
			'asked'    => array( array( 'state' => 'asked' ), 'Waits for anna_a to agree', '/dashboard/assignments' ),
			'agreed'   => array( array( 'state' => 'agreed', 'from' => '2027-01-01T00:00:00Z' ), 'It begins on 2027-01-01.', '' ),
			'in force' => array( array( 'state' => 'in_force', 'began_at' => '2026-11-30T00:00:00Z' ), 'In force since 2026-11-30.', '' ),
			'hostile'  => array( array( 'state' => self::HOSTILE, 'from' => self::HOSTILE ), 'Waits for the owner of the site', '/dashboard/sites/blog.example/assignments' ),
		);
	}

	public function test_a_refusal_is_said_with_its_reason_as_text_and_can_be_tried_again(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->instead = static fn ( $request ) => 'POST' === $request['method'] ? self::answered( 422, array( 'detail' => 'Nobody is <b onclick="x()">called</b> & so.' ) ) : null;
		$this->delivers();
		$profile = $this->fields( $this->anna );
		$list    = $this->listed();
		$this->instead = null;
		$this->form( $this->anna, array( 'account' => 'anna_a', 'again' => '1' ) );
		$this->delivers();

		foreach ( array( $profile, $list ) as $html ) {
			self::assertStringContainsString( 'Refused: Nobody is called &amp; so.', $html );
		}
		self::assertStringContainsString( 'name="obolus_author[again]"', $profile );
		self::assertSame( Offer::PROPOSED, $this->offer()->get( 'state' ) );
		self::assertStringNotContainsString( 'name="obolus_author[again]"', $this->fields( $this->anna ) );
	}

	public function test_why_the_server_does_not_know_of_it_yet_is_said(): void {
		self::gives( $this->anna, 'anna_a' );
		$before        = $this->fields( $this->anna );
		$this->instead = static fn () => self::answered( 403, array( 'detail' => 'Prove first that it is yours.' ) );
		$this->delivers();
		$refused = $this->fields( $this->anna );
		$this->is_found( '' );

		self::assertStringContainsString( 'Waits to be sent to the server.', $before );
		self::assertStringContainsString( 'which was asked and said: Prove first that it is yours.', $refused );
		self::assertStringContainsString( 'Waits until the server knows this site.', $this->fields( $this->anna ) );
	}

	public function test_the_list_names_authors_with_accounts_and_only_them(): void {
		global $wpdb;
		self::a_person( 'bert' );
		$wpdb->update( $wpdb->users, array( 'display_name' => 'Anna <i>A</i> & B' ), array( 'ID' => $this->anna ) );
		clean_user_cache( $this->anna );
		$empty = $this->listed();
		self::gives( $this->anna, 'anna_a', '2026-12-31' );
		$list = $this->listed();

		self::assertStringContainsString( 'No author has an account', $empty );
		self::assertStringContainsString( "user_id={$this->anna}", $list );
		self::assertStringContainsString( '<td>anna_a</td><td>2026-12-31</td>', $list );
		self::assertStringNotContainsString( 'bert', $list );
		self::assertStringNotContainsString( '<i>', $list );
	}

	public function test_whoever_looks_asks_nobody_and_has_wp_cron_look_when_what_is_known_is_old(): void {
		self::gives( $this->anna, 'anna_a' );
		$this->delivers();
		$asked = count( $this->sent );
		$this->listed();
		$fresh = wp_next_scheduled( Schedule::HOOK );
		$kept  = get_option( 'obolus_authors' );
		update_option( 'obolus_authors', array( 'trouble' => array( 'asked_at' => time() - 400 ) ) + $kept );
		$this->fields( $this->anna );

		self::assertCount( $asked, $this->sent );
		self::assertGreaterThan( time() + 60, $fresh );
		self::assertTrue( self::is_soon( wp_next_scheduled( Schedule::HOOK ) ) );
	}
}
