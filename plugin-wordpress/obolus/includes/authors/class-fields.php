<?php
/**
 * The fields of an author's profile.
 *
 * @package Obolus
 */

namespace Obolus\Authors;

use Obolus\Button\Fields as Button_Fields;
use Obolus\Field;
use WP_User;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Draws what can be chosen for one author, and how far the server is with it. */
final class Fields {

	/**
	 * Knows what was offered.
	 *
	 * @var Schedule
	 */
	private $schedule;

	/**
	 * What writes the state.
	 *
	 * @var State
	 */
	private $state;

	/**
	 * Made of what it uses.
	 *
	 * @param Schedule $schedule Knows what was offered.
	 * @param State    $state    What writes the state.
	 */
	public function __construct( Schedule $schedule, State $state ) {
		$this->schedule = $schedule;
		$this->state    = $state;
	}

	/**
	 * Draws them.
	 *
	 * @param WP_User $person Whose profile it is.
	 */
	public function show( WP_User $person ): void {
		printf( '<h2 id="obolus-author">%s</h2><table class="form-table" role="presentation">', esc_html__( 'Flattrs', 'obolus' ) );
		$this->account( $person->ID );
		$this->line( $person->ID, 'from', 'date', __( 'From', 'obolus' ), __( 'The day from which flattrs go to that account; empty for at once. After a change of the account or the day both have to say yes again.', 'obolus' ) );
		printf(
			'<tr><th scope="row">%s</th><td><label><input type="checkbox" name="obolus_author[off]" value="1"%s> %s</label></td></tr>',
			esc_html__( 'Button', 'obolus' ),
			checked( Author_Settings::get( $person->ID, 'off' ), '1', false ),
			esc_html__( 'No button on posts of this author', 'obolus' )
		);
		printf( '<tr><th scope="row"><label for="obolus-author-layout">%s</label></th><td><select id="obolus-author-layout" name="obolus_author[layout]">', esc_html__( 'Layout', 'obolus' ) );
		Field::options( array( '' => __( 'As for the site', 'obolus' ) ) + Button_Fields::layouts(), Author_Settings::get( $person->ID, 'layout' ) );
		echo '</select></td></tr></table>';
	}

	/**
	 * The account, its state, and another try where there is none left.
	 *
	 * @param int $person The user's number.
	 */
	private function account( int $person ): void {
		$this->line( $person, 'account', 'text', __( 'Obolus account', 'obolus' ), __( 'The author’s username at the server. Flattrs for their posts go there, once the owner of the site and the author have said yes.', 'obolus' ) );
		if ( '' === Author_Settings::get( $person, 'account' ) ) {
			return;
		}
		$offers = $this->schedule->seen();
		$offer  = $offers->of( $person );
		printf( '<tr><th scope="row">%s</th><td>', esc_html__( 'State', 'obolus' ) );
		$this->state->show( $offers, $person );
		if ( null !== $offer && $offer->is_over() ) {
			printf( '<br><label><input type="checkbox" name="obolus_author[again]" value="1"> %s</label>', esc_html__( 'Try again', 'obolus' ) );
		}
		echo '</td></tr>';
	}

	/**
	 * A line to write into.
	 *
	 * @param int    $person The user's number.
	 * @param string $name   One of the settings.
	 * @param string $type   Of the input.
	 * @param string $label  For people.
	 * @param string $more   What to write.
	 */
	private function line( int $person, string $name, string $type, string $label, string $more ): void {
		printf(
			'<tr><th scope="row"><label for="obolus-author-%1$s">%2$s</label></th><td><input type="%3$s" class="regular-text" id="obolus-author-%1$s" name="obolus_author[%1$s]" value="%4$s"><p class="description">%5$s</p></td></tr>',
			esc_attr( $name ),
			esc_html( $label ),
			esc_attr( $type ),
			esc_attr( Author_Settings::get( $person, $name ) ),
			esc_html( $more )
		);
	}
}
