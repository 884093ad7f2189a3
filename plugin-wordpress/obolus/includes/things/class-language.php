<?php
/**
 * The languages that the server knows.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use Collator;
use Locale;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Languages with the country they are written for, de_DE: the server's fixed list. */
final class Language {

	private const KNOWN = 'ar_AE ar_DZ ar_EG ar_MA ar_SA be_BY bg_BG bn_BD bs_BA ca_ES cs_CZ cy_GB da_DK de_AT de_CH de_DE '
		. 'el_CY el_GR en_AU en_CA en_GB en_IE en_IN en_NZ en_US en_ZA es_AR es_CL es_CO es_ES es_MX es_PE es_VE et_EE eu_ES '
		. 'fa_IR fi_FI fo_FO fr_BE fr_CA fr_CH fr_FR ga_IE gl_ES he_IL hi_IN hr_HR hu_HU hy_AM id_ID is_IS it_CH it_IT ja_JP '
		. 'ka_GE kk_KZ ko_KR lb_LU lt_LT lv_LV mk_MK ms_MY mt_MT nb_NO nl_BE nl_NL nn_NO pl_PL pt_BR pt_PT ro_RO ru_RU ru_UA '
		. 'sk_SK sl_SI sq_AL sr_RS sv_FI sv_SE sw_KE ta_IN th_TH tr_TR uk_UA ur_PK vi_VN zh_CN zh_HK zh_SG zh_TW';

	/** Where neither the country says it nor the order of the list. */
	private const USUAL = array(
		'ar' => 'ar_SA',
		'el' => 'el_GR',
		'en' => 'en_US',
		'sv' => 'sv_SE',
		'zh' => 'zh_CN',
	);

	/**
	 * All of them.
	 *
	 * @return string[]
	 */
	public static function all(): array {
		return explode( ' ', self::KNOWN );
	}

	/**
	 * All of them by their names in the language of the person who is here, in its order; where PHP does not know names, as
	 * they are written.
	 *
	 * @return array<string, string> Each with its name.
	 */
	public static function names(): array {
		$names = array_combine( self::all(), self::all() );
		if ( ! class_exists( Locale::class ) || ! class_exists( Collator::class ) ) {
			return $names;
		}
		$locale = get_user_locale();
		$names  = array_map( static fn ( string $one ): string => (string) Locale::getDisplayName( $one, $locale ), $names );
		( new Collator( $locale ) )->asort( $names );
		return $names;
	}

	/**
	 * The one that is written like this; empty when there is none.
	 *
	 * @param mixed $written Such as de-de.
	 */
	public static function of( $written ): string {
		$key = strtolower( str_replace( '-', '_', trim( is_string( $written ) ? $written : '' ) ) );
		foreach ( self::all() as $language ) {
			if ( strtolower( $language ) === $key ) {
				return $language;
			}
		}
		return '';
	}

	/**
	 * The nearest to a locale of WordPress, such as de_DE_formal or fi; empty when there is none.
	 *
	 * @param string $locale By WordPress.
	 */
	public static function near( string $locale ): string {
		$parts = explode( '_', $locale );
		$short = strtolower( $parts[0] );
		foreach ( array( $short . '_' . ( $parts[1] ?? $short ), $short . '_' . $short, self::USUAL[ $short ] ?? '' ) as $guess ) {
			if ( '' !== self::of( $guess ) ) {
				return self::of( $guess );
			}
		}
		foreach ( self::all() as $language ) {
			if ( 0 === strpos( $language, $short . '_' ) ) {
				return $language;
			}
		}
		return '';
	}
}
