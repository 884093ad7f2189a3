<?php
/**
 * Tests that look at this site alone.
 *
 * @package Obolus
 */

namespace Obolus\Care;

use Obolus\Button\Script;
use Obolus\Connection\Connection;
use Obolus\Connection\Proof;
use Obolus\Things\Sender;
use Obolus\Things\Stuck;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Looks at what this site knows; nobody is asked. */
final class Local_Checks {

	/**
	 * To which server and as whom.
	 *
	 * @var Connection
	 */
	private $connection;

	/**
	 * How far the proof of the site is.
	 *
	 * @var Proof
	 */
	private $proof;

	/**
	 * What draws the button.
	 *
	 * @var Script
	 */
	private $script;

	/**
	 * Made of what it looks at.
	 *
	 * @param Connection $connection To which server and as whom.
	 * @param Proof      $proof      How far the proof of the site is.
	 * @param Script     $script     What draws the button.
	 */
	public function __construct( Connection $connection, Proof $proof, Script $script ) {
		$this->connection = $connection;
		$this->proof      = $proof;
		$this->script     = $script;
	}

	/**
	 * The tests, each with its label.
	 *
	 * @return array<string, array{label: string, test: callable}>
	 */
	public function all(): array {
		$labels = array( 'connected' => __( 'Obolus: the connection', 'obolus' ) );
		if ( $this->connection->is_there() ) {
			$labels = array(
				'proof'  => __( 'Obolus: the proof of the site', 'obolus' ),
				'cron'   => __( 'Obolus: WP-Cron', 'obolus' ),
				'queue'  => __( 'Obolus: posts that wait', 'obolus' ),
				'script' => __( 'Obolus: the script of the button', 'obolus' ),
			);
		}
		$tests = array();
		foreach ( $labels as $name => $label ) {
			$tests[ "obolus_$name" ] = array(
				'label' => $label,
				'test'  => array( $this, $name ),
			);
		}
		return $tests;
	}

	/**
	 * Why there is no connection.
	 *
	 * @return array<string, mixed>
	 */
	public function connected(): array {
		$trouble = $this->connection->trouble();
		return '' === $trouble
			? Finding::recommended( 'obolus_connected', __( 'Obolus is not connected to a server', 'obolus' ), __( 'Without a connection no post has a button. Connect this site, or deactivate the plugin.', 'obolus' ) )
			: Finding::critical( 'obolus_connected', __( 'The connection of Obolus is over', 'obolus' ), $trouble );
	}

	/**
	 * Whether the server has found the proof.
	 *
	 * @return array<string, mixed>
	 */
	public function proof(): array {
		return $this->proof->is_found()
			? Finding::good( 'obolus_proof', __( 'The server knows that this site is yours', 'obolus' ), $this->proof->sentence() )
			: Finding::recommended( 'obolus_proof', __( 'The server does not know that this site is yours', 'obolus' ), $this->proof->sentence() . ' ' . __( 'Settings → Obolus says what to place where.', 'obolus' ) );
	}

	/**
	 * Whether WP-Cron runs what is due.
	 *
	 * @return array<string, mixed>
	 */
	public function cron(): array {
		$next = wp_next_scheduled( Sender::HOOK );
		if ( false === $next || $next > time() - HOUR_IN_SECONDS ) {
			return Finding::good( 'obolus_cron', __( 'WP-Cron registers your posts in time', 'obolus' ), __( 'Nothing that Obolus has to do is late.', 'obolus' ) );
		}
		/* translators: %s: a time span, such as "2 hours" */
		$late = sprintf( __( 'What Obolus has to do is late by %s. Posts register themselves by WP-Cron, so it has to run: when readers come, or by a job of your host.', 'obolus' ), human_time_diff( $next ) );
		return Finding::critical( 'obolus_cron', __( 'WP-Cron does not register your posts', 'obolus' ), $late );
	}

	/**
	 * Whether posts get on.
	 *
	 * @return array<string, mixed>
	 */
	public function queue(): array {
		$stuck = new Stuck();
		$count = $stuck->count();
		if ( 0 === $count ) {
			return Finding::good( 'obolus_queue', __( 'No post waits for long to be registered', 'obolus' ), __( 'What is published is registered within minutes.', 'obolus' ) );
		}
		/* translators: %d: a number of posts */
		$sentence = sprintf( _n( '%d post has waited for longer than an hour. It is tried again by itself.', '%d posts have waited for longer than an hour. They are tried again by themselves.', $count, 'obolus' ), $count );
		return Finding::recommended( 'obolus_queue', __( 'Posts wait for long to be registered', 'obolus' ), trim( $sentence . ' ' . $stuck->sentence() ) );
	}

	/**
	 * Whether the plugin has its script.
	 *
	 * @return array<string, mixed>
	 */
	public function script(): array {
		return $this->script->is_there()
			? Finding::good( 'obolus_script', __( 'The script of the button is there', 'obolus' ), __( 'It is part of the plugin and is not loaded from elsewhere.', 'obolus' ) )
			: Finding::critical( 'obolus_script', __( 'The script of the button is missing', 'obolus' ), __( 'Readers see plain links in place of buttons. Install the plugin again, from its zip.', 'obolus' ) );
	}
}
