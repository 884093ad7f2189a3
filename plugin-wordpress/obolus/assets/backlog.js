/* Registers the posts that are there, one step after another, and shows how far it is. */
( function () {
	'use strict';

	var words = window.obolusBacklog;

	function filled( sentence, numbers ) {
		return sentence.replace( /%(\d)\$d/g, function ( whole, place ) {
			return String( numbers[ place - 1 ] );
		} );
	}

	function start() {
		var box = document.getElementById( 'obolus-backlog' );
		if ( ! box || ! words ) {
			return;
		}
		var button = box.querySelector( 'button' );
		var bar = box.querySelector( 'progress' );
		var said = document.getElementById( 'obolus-backlog-said' );
		var again = '1' === box.getAttribute( 'data-again' );

		function end( sentence ) {
			said.textContent = sentence;
			button.disabled = false;
		}

		function show( progress ) {
			bar.max = Math.max( progress.all, 1 );
			bar.value = progress.all ? progress.done : 1;
			said.textContent = filled( words.progress, [ progress.done, progress.all ] );
			if ( ! progress.went ) {
				end( words.stopped );
			} else if ( progress.is_done ) {
				again = true;
				end( filled( words.done, [ progress.registered, progress.waiting, progress.refused ] ) );
			} else {
				step();
			}
		}

		function step() {
			var request = new XMLHttpRequest();
			request.open( 'POST', box.getAttribute( 'data-route' ) );
			request.setRequestHeader( 'Content-Type', 'application/json' );
			request.setRequestHeader( 'X-WP-Nonce', box.getAttribute( 'data-nonce' ) );
			request.onerror = function () {
				end( words.failed );
			};
			request.onload = function () {
				var answer;
				try {
					answer = JSON.parse( request.responseText );
				} catch ( broken ) {
					answer = {};
				}
				if ( 200 === request.status ) {
					show( answer );
				} else {
					end( answer.message || words.failed );
				}
			};
			request.send( JSON.stringify( { again: again } ) );
			again = false;
		}

		button.addEventListener( 'click', function () {
			button.disabled = true;
			step();
		} );
	}

	if ( 'loading' === document.readyState ) {
		document.addEventListener( 'DOMContentLoaded', start );
	} else {
		start();
	}
}() );
