<?php
use Obolus\Numbers\Money;

final class Numbers_Money_Test extends WordPress_Test {

	public function test_amounts_are_written_to_the_cent_and_rounded_down_as_the_server_does(): void {
		$written = array_map( array( Money::class, 'shown' ), array( 0, 5000000, 666667, 1234567899999, 10000, 50000, 9007199254740993 ) );

		self::assertSame( array( '€0.00', '€5.00', '€0.66', '€1,234,567.89', '€0.01', '€0.05', '€9,007,199,254.74' ), $written );
	}

	public function test_what_is_less_than_a_cent_is_not_shown_as_nothing(): void {
		self::assertSame( array( 'under €0.01', 'under €0.01' ), array( Money::shown( 1 ), Money::shown( 9999 ) ) );
	}

	public function test_amounts_are_written_as_the_language_of_the_site_does(): void {
		$before = $GLOBALS['wp_locale']->number_format;
		$GLOBALS['wp_locale']->number_format = array( 'thousands_sep' => '.', 'decimal_point' => ',' );
		add_filter( 'gettext', static fn ( $text ) => '€%s' === $text ? '%s €' : $text );
		$written = Money::shown( 1234560000 );
		$GLOBALS['wp_locale']->number_format = $before;

		self::assertSame( '1.234,56 €', $written );
	}

	public function test_a_filter_names_another_currency(): void {
		add_filter( 'obolus_currency', static fn () => 'SEK' );

		self::assertSame( '45.60 SEK', Money::shown( 45600000 ) );
	}
}
