<?php
/**
 * The settings of a post, where it is edited.
 *
 * @package Obolus
 */

namespace Obolus\Things;

use WP_Post;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A box beside the post, in the block editor and in the classic one. */
final class Post_Box {

	private const NONCE = 'obolus_post';

	/**
	 * The rule.
	 *
	 * @var Chosen
	 */
	private $chosen;

	/**
	 * The rows.
	 *
	 * @var Records
	 */
	private $records;

	/**
	 * Made of what it uses.
	 *
	 * @param Chosen  $chosen  The rule.
	 * @param Records $records The rows.
	 */
	public function __construct( Chosen $chosen, Records $records ) {
		$this->chosen  = $chosen;
		$this->records = $records;
	}

	/** Adds the hooks. */
	public function register(): void {
		add_action( 'add_meta_boxes', array( $this, 'add' ) );
		add_action( 'save_post', array( $this, 'save' ) );
	}

	/** The box, for posts of the chosen types. */
	public function add(): void {
		foreach ( $this->chosen->types() as $type ) {
			add_meta_box( 'obolus', __( 'Flattr', 'obolus' ), array( $this, 'show' ), $type, 'side' );
		}
	}

	/**
	 * What is in it.
	 *
	 * @param mixed $post That is edited.
	 */
	public function show( $post ): void {
		if ( ! $post instanceof WP_Post ) {
			return;
		}
		wp_nonce_field( self::NONCE, 'obolus_nonce', false );
		printf( '<p>%s</p>', esc_html( Words::of( $this->records->find( $post->ID ) ) ) );
		printf(
			'<p><label><input type="checkbox" name="obolus[off]" value="1"%s> %s</label></p>',
			checked( Post_Settings::get( $post->ID, 'off' ), '1', false ),
			esc_html__( 'No thing and no button', 'obolus' )
		);
		$this->choices( $post->ID );
		printf(
			'<p><label>%s<br><input type="url" class="widefat" name="obolus[url]" value="%s" placeholder="https://"%s></label></p>',
			esc_html__( 'Another address in place of this post’s', 'obolus' ),
			esc_attr( Post_Settings::get( $post->ID, 'url' ) ),
			disabled( Post_Settings::may( $post->ID, Post_Settings::all()['url']['key'] ), false, false )
		);
	}

	/**
	 * Keeps what the box sent, and only that.
	 *
	 * @param mixed $id The post's number.
	 */
	public function save( $id ): void {
		$post  = (int) $id;
		$nonce = isset( $_POST['obolus_nonce'] ) ? sanitize_text_field( wp_unslash( $_POST['obolus_nonce'] ) ) : '';
		if ( ! wp_verify_nonce( $nonce, self::NONCE ) || wp_is_post_autosave( $post ) || wp_is_post_revision( $post ) ) {
			return;
		}
		if ( ! current_user_can( 'edit_post', $post ) || absint( $_POST['post_ID'] ?? 0 ) !== $post ) {
			return;
		}
		$sent = isset( $_POST['obolus'] ) ? map_deep( wp_unslash( (array) $_POST['obolus'] ), 'sanitize_text_field' ) : array();
		foreach ( Post_Settings::all() as $name => $setting ) {
			if ( Post_Settings::may( $post, $setting['key'] ) ) {
				Post_Settings::set( $post, $name, $sent[ $name ] ?? '' );
			}
		}
	}

	/**
	 * The lists to choose from.
	 *
	 * @param int $post Its number.
	 */
	private function choices( int $post ): void {
		$listed = array(
			'0' => __( 'Shown', 'obolus' ),
			'1' => __( 'Hidden', 'obolus' ),
		);
		$this->choice( $post, 'language', __( 'Language', 'obolus' ), Language::names() );
		$this->choice( $post, 'category', __( 'Category', 'obolus' ), Category::all() );
		$this->choice( $post, 'hidden', __( 'In listings', 'obolus' ), $listed );
	}

	/**
	 * A list to choose from, with the site's own choice at its head.
	 *
	 * @param int                   $post  Its number.
	 * @param string                $name  One of the settings of a post.
	 * @param string                $label For people.
	 * @param array<string, string> $all   Names for people by value.
	 */
	private function choice( int $post, string $name, string $label, array $all ): void {
		printf( '<p><label>%s<br><select class="widefat" style="box-sizing: border-box" name="obolus[%s]">', esc_html( $label ), esc_attr( $name ) );
		printf( '<option value="">%s</option>', esc_html__( 'As for the site', 'obolus' ) );
		$kept = Post_Settings::get( $post, $name );
		foreach ( $all as $value => $text ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( (string) $value ), selected( $kept, (string) $value, false ), esc_html( $text ) );
		}
		echo '</select></label></p>';
	}
}
