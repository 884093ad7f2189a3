<?php
require_once ABSPATH . WPINC . '/pomo/po.php';

/** What stands in obolus/languages, read by WordPress's own classes. */
final class Translations_Test extends WordPress_Test {

	private const FORMS = array(
		'de_DE' => 'nplurals=2; plural=(n != 1);',
		'es_ES' => 'nplurals=2; plural=(n != 1);',
		'fr_FR' => 'nplurals=2; plural=(n > 1);',
		'sv_SE' => 'nplurals=2; plural=(n != 1);',
	);

	/** What a translation has as its message has it: placeholders, tags, entities, addresses. */
	private const KEPT = '/%(?:\d+\$)?[a-z%]|<[^>]*>|&[#\w]+;|https?:\/\/\S*/';

	public function languages(): array {
		return array_map( static fn ( string $language ): array => array( $language ), array_combine( array_keys( self::FORMS ), array_keys( self::FORMS ) ) );
	}

	public function test_these_languages_are_there(): void {
		$there = array_map( static fn ( string $path ): string => basename( $path, '.po' ), glob( self::folder() . '*.po' ) );

		self::assertSame( array_map( static fn ( string $language ): string => "obolus-$language", array_keys( self::FORMS ) ), $there );
	}

	/** @dataProvider languages */
	public function test_it_has_the_messages_of_the_plugin_and_no_others( string $language ): void {
		self::assertSame( array_keys( self::messages( 'obolus.pot' ) ), array_keys( self::messages( "obolus-$language.po" ) ) );
		self::assertStringNotContainsString( '#~', file_get_contents( self::folder() . "obolus-$language.po" ) );
	}

	/** @dataProvider languages */
	public function test_each_is_translated_in_as_many_forms_as_the_language_has( string $language ): void {
		$po = self::po( "obolus-$language.po" );

		self::assertSame( self::FORMS[ $language ], $po->headers['Plural-Forms'] );
		self::assertSame( $language, $po->headers['Language'] );
		foreach ( $po->entries as $entry ) {
			self::assertNotContains( 'fuzzy', $entry->flags, $entry->singular );
			self::assertCount( $entry->is_plural ? 2 : 1, array_filter( array_map( 'trim', $entry->translations ), 'strlen' ), $entry->singular );
		}
	}

	/** @dataProvider languages */
	public function test_each_keeps_placeholders_tags_and_addresses( string $language ): void {
		foreach ( self::messages( "obolus-$language.po" ) as $entry ) {
			foreach ( $entry->translations as $form => $translation ) {
				$message = 0 === $form ? $entry->singular : $entry->plural;
				self::assertSame( self::kept( $message ), self::kept( $translation ), $translation );
			}
		}
	}

	/** @dataProvider languages */
	public function test_each_begins_and_ends_as_its_message_does( string $language ): void {
		foreach ( self::messages( "obolus-$language.po" ) as $entry ) {
			foreach ( $entry->translations as $translation ) {
				self::assertSame( trim( $translation ), $translation );
				self::assertSame( self::end( $entry->singular ), self::end( $translation ), $translation );
				self::assertStringNotContainsString( '!', $translation );
			}
		}
	}

	/** @dataProvider languages */
	public function test_what_is_compiled_says_the_same( string $language ): void {
		$mo = new MO();

		self::assertTrue( $mo->import_from_file( self::folder() . "obolus-$language.mo" ) );
		$po = self::po( "obolus-$language.po" );
		self::assertSame( self::said( $po->entries ), self::said( $mo->entries ) );
		self::assertEquals( $po->headers, $mo->headers );
	}

	/** @dataProvider languages */
	public function test_each_script_gets_its_own_words( string $language ): void {
		$scripts = array();
		foreach ( self::messages( "obolus-$language.po" ) as $entry ) {
			foreach ( preg_grep( '/\.js$/', $entry->references ) as $script ) {
				$scripts[ $script ][ $entry->key() ] = $entry->translations;
			}
		}

		self::assertSame( array( 'blocks/button/index.js' ), array_keys( $scripts ) );
		foreach ( $scripts as $script => $words ) {
			$json = json_decode( file_get_contents( self::folder() . "obolus-$language-" . md5( $script ) . '.json' ), true );
			$head = array( '' => array( 'domain' => 'messages', 'lang' => $language, 'plural-forms' => self::FORMS[ $language ] ) );
			self::assertSame( $head + $words, $json['locale_data']['messages'] );
		}
	}

	private static function folder(): string {
		return dirname( Obolus\FILE ) . '/languages/';
	}

	private static function po( string $file ): PO {
		$po = new PO();
		self::assertTrue( $po->import_from_file( self::folder() . $file ), "$file cannot be read" );
		return $po;
	}

	/** @return array<string, Translation_Entry> */
	private static function messages( string $file ): array {
		return self::po( $file )->entries;
	}

	/** @return array<string, string[]> Translations by context and message, in the order of the messages. */
	private static function said( array $entries ): array {
		$said = array();
		foreach ( $entries as $entry ) {
			$said[ $entry->key() ] = array( $entry->plural, $entry->translations );
		}
		ksort( $said, SORT_STRING );
		return $said;
	}

	/** @return string[] */
	private static function kept( string $text ): array {
		preg_match_all( self::KEPT, $text, $found );
		$kept = array_map( static fn ( string $one ): string => rtrim( $one, '.,;:' ), $found[0] );
		sort( $kept );
		return $kept;
	}

	private static function end( string $text ): string {
		return preg_match( '/[.:?…]$/u', $text, $match ) ? $match[0] : '';
	}
}
