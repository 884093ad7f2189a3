<?php
/** What the plugin directory reads, which has to say the same as the plugin itself. */
final class Readme_Test extends WordPress_Test {

	private const SECTIONS = array( 'Description', 'Installation', 'Frequently Asked Questions', 'External services', 'Source code', 'Changelog', 'Upgrade Notice' );

	public function test_the_plugin_and_its_readme_say_the_same(): void {
		$plugin = get_plugin_data( Obolus\FILE, false, false );

		self::assertSame(
			array( $plugin['Name'], $plugin['Version'], $plugin['RequiresWP'], $plugin['RequiresPHP'] ),
			array( self::parts()[1], self::header( 'Stable tag' ), self::header( 'Requires at least' ), self::header( 'Requires PHP' ) )
		);
		self::assertSame( 'GPL-2.0-or-later', self::header( 'License' ) );
	}

	public function test_one_version_is_everywhere(): void {
		$folder   = dirname( Obolus\FILE );
		$maven    = simplexml_load_string( file_get_contents( dirname( __DIR__, 2 ) . '/pom.xml' ) );
		$versions = array(
			'obolus.php'      => get_plugin_data( Obolus\FILE, false, false )['Version'],
			'VERSION'         => Obolus\VERSION,
			'pom.xml'         => str_replace( '-SNAPSHOT', '', (string) $maven->parent->version ),
			'block.json'      => json_decode( file_get_contents( "$folder/blocks/button/block.json" ) )->version,
			'index.asset.php' => ( require "$folder/blocks/button/index.asset.php" )['version'],
		);

		self::assertSame( array_fill_keys( array_keys( $versions ), self::header( 'Stable tag' ) ), $versions );
	}

	public function test_the_directory_takes_its_header(): void {
		self::assertLessThanOrEqual( 5, count( explode( ',', self::header( 'Tags' ) ) ) );
		self::assertMatchesRegularExpression( '/\A\d+\.\d+\z/', self::header( 'Tested up to' ) );
		self::assertTrue( version_compare( self::header( 'Tested up to' ), self::header( 'Requires at least' ), '>' ) );
		self::assertMatchesRegularExpression( '/\A[a-z0-9, -]+\z/', self::header( 'Contributors' ) );
	}

	public function test_its_short_description_fits(): void {
		$short = trim( self::parts()[3] );

		self::assertNotSame( '', $short );
		self::assertLessThanOrEqual( 150, mb_strlen( $short ) );
		self::assertSame( wp_strip_all_tags( $short ), $short );
		self::assertStringNotContainsString( "\n", $short );
	}

	public function test_it_has_the_sections_of_the_directory_in_their_order(): void {
		preg_match_all( '/^== (.+) ==$/m', self::text(), $sections );

		self::assertSame( self::SECTIONS, $sections[1] );
		self::assertStringContainsString( '= ' . Obolus\VERSION . ' =', strstr( self::text(), '== Changelog ==' ) );
		self::assertStringContainsString( '= ' . Obolus\VERSION . ' =', strstr( self::text(), '== Upgrade Notice ==' ) );
	}

	private static function header( string $name ): string {
		return 1 === preg_match( "/^$name: (.+)$/m", self::parts()[2], $found ) ? trim( $found[1] ) : '';
	}

	/** The name, the header and the short description. */
	private static function parts(): array {
		self::assertSame( 1, preg_match( '/\A=== (.+) ===\n((?:.+\n)+)\n(.+)\n\n==/U', self::text(), $parts ) );
		return $parts;
	}

	private static function text(): string {
		return file_get_contents( dirname( Obolus\FILE ) . '/readme.txt' );
	}
}
