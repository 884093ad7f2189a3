<?php
/** A site on which the plugin "Flattr" was. */
abstract class Flattr_Case extends WordPress_Test {

	/** As the plugin "Flattr" leaves them when its form was saved. */
	protected const LEFT = array(
		'flattr_uid'                 => 'alice-at-flattr',
		'flattrss_api_key'           => 'a-key',
		'flattrss_api_secret'        => 'a-secret',
		'flattr_access_token'        => 'a-token',
		'flattr_post_types'          => array( 'post', 'page', 'revision' ),
		'flattr_aut'                 => 'on',
		'flattr_aut_page'            => '',
		'flattr_top'                 => 'true',
		'flattr_button_style'        => 'js',
		'flattr_compact'             => 'true',
		'flattr_cat'                 => 'audio',
		'flattr_lng'                 => 'sv_SE',
		'flattr_atags'               => 'blog,bread',
		'flattr_hide'                => 'true',
		'flattrss_button_enabled'    => 'on',
		'flattr_relpayment_enabled'  => '',
		'flattrss_relpayment_enabled' => '',
	);

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	protected static function leave( array $more = array() ): void {
		foreach ( $more + self::LEFT as $option => $value ) {
			update_option( $option, $value );
		}
	}

	protected static function a_post_of_flattr( array $meta ): int {
		return self::a_post( array( 'meta_input' => $meta ) );
	}

	/** Presses a button; where it leads. */
	protected function answer( string $action, string $nonce = '' ): string {
		$_REQUEST = array( '_wpnonce' => wp_create_nonce( '' === $nonce ? $action : $nonce ) );
		return self::outcome( static fn () => do_action( "admin_post_$action" ) );
	}
}
