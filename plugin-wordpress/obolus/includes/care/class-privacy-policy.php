<?php
/**
 * Words for the privacy policy of the site.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Button;
use Obolus\Button\Script;
use Obolus\Connection\Connection;
use Obolus\Settings;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Says what happens to whom as the plugin is set up now; WordPress tells the owner when that has changed. */
final class Privacy_Policy {

	/**
	 * What the owner has chosen.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * To which server.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * Made of what it reads.
	 *
	 * @param Settings   $settings   What the owner has chosen.
	 * @param Connection $connection To which server.
	 */
	public function __construct( Settings $settings, Connection $connection ) {
		$this->settings   = $settings;
		$this->connection = $connection;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'admin_init', array( $this, 'suggest' ) );
	}

	/** Puts the words among those that WordPress offers under Settings > Privacy. */
	public function suggest(): void {
		wp_add_privacy_policy_content( __( 'Obolus', 'obolus' ), $this->text() );
	}

	/** The words, as HTML. */
	public function text(): string {
		$text = '<p class="privacy-policy-tutorial">' . esc_html( $this->advice() ) . '</p>';
		if ( $this->connection->is_there() ) {
			$host = (string) wp_parse_url( $this->connection->server(), PHP_URL_HOST );
			foreach ( array_filter( array( $this->button(), $this->pictures(), $this->press(), $this->posts() ) ) as $sentences ) {
				$text .= '<p>' . esc_html( str_replace( array( '%1$s', '%s' ), $host, $sentences ) ) . '</p>';
			}
		}
		return $text;
	}

	/** What is said to the owner alone. */
	private function advice(): string {
		return $this->connection->is_there()
			? __( 'This text follows what is chosen under Settings > Obolus. When you choose otherwise, it is another one. Read also what the server itself says about privacy.', 'obolus' )
			: __( 'Nothing is shown, and nobody is asked for anything, before this site is connected under Settings > Obolus. Then there is a text for your privacy policy here.', 'obolus' );
	}

	/** Who is asked when a page with buttons is opened, and who when a reader turns to one. */
	private function button(): string {
		if ( 'direct' === $this->settings->get( 'counts' ) ) {
			/* translators: 1: the host of a server; it may be there more than once */
			return __( 'Our pages carry the Flattr button of %1$s. The script that draws it comes from this site. To show how often a page was flattred, your browser asks %1$s when you open the page. Like every server, %1$s learns your IP address and which page you are on. It sets no cookie for that.', 'obolus' );
		}
		if ( $this->has_numbers() ) {
			/* translators: 1: the host of a server; it may be there more than once */
			return __( 'Our pages carry the Flattr button of %1$s. The script that draws it comes from this site. To show how often a page was flattred, your browser asks this site, and this site asks %1$s without saying anything about you. Only when you point at the button, focus or press it does your browser turn to %1$s, which then learns your IP address and which page you are on.', 'obolus' );
		}
		/* translators: 1: the host of a server; it may be there more than once */
		return __( 'Our pages carry the Flattr button of %1$s. The script that draws it comes from this site. Only when you point at the button, focus or press it does your browser turn to %1$s, which then learns your IP address and which page you are on.', 'obolus' );
	}

	/** Where the pictures of buttons are loaded from, when that is not this site. */
	private function pictures(): string {
		$shown = Button::PICTURE === $this->settings->get( 'layout' ) || $this->settings->get( 'feed_button' );
		return $shown && 'direct' === $this->settings->get( 'counts' )
			/* translators: 1: the host of a server; it may be there more than once */
			? __( 'Where the button is a picture in a link, on our pages or in our feeds, that picture is loaded from %1$s when you see it, and %1$s learns the same.', 'obolus' )
			: '';
	}

	/** What a press does, and what a browser remembers. */
	private function press(): string {
		$remembered = $this->has_numbers()
			/* translators: %s: the host of a server; it may be there more than once */
			? __( 'Only if you connect this site there yourself does your browser remember that you did, and load a frame of %s with each of our pages that carries the button.', 'obolus' )
			: __( 'Only if you connect this site there yourself does your browser remember that you did.', 'obolus' );
		/* translators: %s: the host of a server; it may be there more than once */
		return __( 'If you press the button, a window of %s opens, where its own terms apply. This site sets no cookie for the button and keeps nothing about who presses it.', 'obolus' ) . ' ' . $remembered;
	}

	/** What is sent of the posts. */
	private function posts(): string {
		/* translators: %s: the host of a server; it may be there more than once */
		return __( 'Of each post that we publish this site sends the address, title, excerpt, category, language and tags to %s. Nothing about our readers is sent.', 'obolus' );
	}

	/** Whether a number is shown before a reader turns to a button. */
	private function has_numbers(): bool {
		return ( new Script( $this->settings, $this->connection, plugin_dir_path( \Obolus\FILE ) ) )->has_numbers();
	}
}
