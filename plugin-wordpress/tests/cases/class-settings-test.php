<?php
use Obolus\Settings;

final class Settings_Test extends WordPress_Test {

	public function test_the_address_of_the_server_has_no_slash_at_its_end(): void {
		update_option( Settings::option( 'server' ), ' https://obolus.example/ ' );

		self::assertSame( 'https://obolus.example', ( new Settings() )->get( 'server' ) );
	}

	public function test_an_address_that_is_none_of_the_web_is_not_kept(): void {
		update_option( Settings::option( 'server' ), 'javascript:alert(1)' );

		self::assertSame( '', ( new Settings() )->get( 'server' ) );
	}
}
