/** The block in the editor: the server draws it, so that the preview is what readers get. */
( function ( wp ) {
	'use strict';

	var el = wp.element.createElement;
	var __ = wp.i18n.__;
	var components = wp.components;
	var editor = wp.blockEditor;

	function layouts() {
		return [
			{ value: '', label: __( 'As in the settings', 'obolus' ) },
			{ value: 'large', label: __( 'Large, with the number', 'obolus' ) },
			{ value: 'compact', label: __( 'Compact, with the number', 'obolus' ) },
			{ value: 'icon', label: __( 'Icon', 'obolus' ) },
			{ value: 'text', label: __( 'Text', 'obolus' ) },
			{ value: 'static', label: __( 'Picture in a link, without a script', 'obolus' ) }
		];
	}

	function Nothing() {
		return el( components.Placeholder, {
			label: __( 'Flattr button', 'obolus' ),
			instructions: __( 'Nothing is shown here: the site is not connected, the button of this post is off, or the address is not one of the web.', 'obolus' )
		} );
	}

	function controls( attributes, set ) {
		return el(
			components.PanelBody,
			{ title: __( 'Button', 'obolus' ) },
			el( components.SelectControl, {
				label: __( 'Layout', 'obolus' ),
				value: attributes.layout,
				options: layouts(),
				onChange: function ( layout ) {
					set( { layout: layout } );
				}
			} ),
			el( components.ToggleControl, {
				label: __( 'For the whole site', 'obolus' ),
				checked: attributes.site,
				onChange: function ( site ) {
					set( { site: site } );
				}
			} ),
			attributes.site ? null : el( components.TextControl, {
				label: __( 'Another address', 'obolus' ),
				help: __( 'Without one the button is for this post.', 'obolus' ),
				type: 'url',
				value: attributes.url,
				onChange: function ( url ) {
					set( { url: url } );
				}
			} )
		);
	}

	function Edit( props ) {
		var post = props.context && props.context.postId;
		return el(
			'div',
			editor.useBlockProps(),
			el( editor.InspectorControls, null, controls( props.attributes, props.setAttributes ) ),
			el(
				components.Disabled,
				null,
				el( wp.serverSideRender, {
					block: 'obolus/button',
					attributes: props.attributes,
					urlQueryArgs: post ? { post_id: post } : {},
					EmptyResponsePlaceholder: Nothing
				} )
			)
		);
	}

	wp.blocks.registerBlockType( 'obolus/button', {
		edit: Edit,
		save: function () {
			return null;
		}
	} );
}( window.wp ) );
