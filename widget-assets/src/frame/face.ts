import styles from 'obolus:frame.css';
import { Face } from '../face.js';
import type { State } from './api.js';
import type { Place } from './place.js';
import { sentenceOf } from './sentences.js';
import { say } from './words.js';

/** Everything that a button can look like; the sentences tell the rest. */
type Look =
  | 'ready'
  | 'flattred'
  | 'subscribed'
  | 'own'
  | 'no_means'
  | 'opted_out'
  | 'gone'
  | 'stranger'
  | 'offline'
  | 'error';

/** In place of words, for which the smallest layouts have no room, and which no language has to translate. */
const MARKS: Readonly<Record<Look, string>> = {
  ready: 'Flattr',
  flattred: '✓',
  subscribed: '↻',
  own: '★',
  no_means: '+',
  opted_out: '–',
  gone: '×',
  stranger: 'Flattr↗',
  offline: '⊘',
  error: '!',
};

/** The same button as the loader's, which knows in addition who presses it. */
export class FrameFace {
  readonly button: HTMLAnchorElement;
  readonly #face: Face;
  readonly #verb: Element;
  readonly #language: string;
  readonly #title: string;
  #flattrs = -1;
  #isStrange = false;

  constructor(place: Place, title: string) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    document.documentElement.lang = place.language;
    const host = document.body.appendChild(document.createElement('div'));
    host.setAttribute('layout', place.layout);
    const root = host.attachShadow({ mode: 'open' });
    this.#face = new Face(root);
    root.adoptedStyleSheets.push(sheet);
    this.#language = place.language;
    this.#title = title;
    this.#face.dress(title, place.submit, place.language);
    this.button = this.#face.link;
    this.button.role = 'button';
    this.button.target = '_blank';
    this.#verb = this.button.querySelector('.verb') as Element;
    this.#draw('ready');
    this.blend(place.dark);
  }

  show(state: State): void {
    this.#isStrange = false;
    this.count(state.flattrs);
    this.#draw(lookOf(state));
    this.button.title = sentenceOf(state, this.#language);
  }

  /** For whoever is not connected here: the window will ask who they are. */
  showStranger(): void {
    this.#isStrange = true;
    this.#draw('stranger');
    this.button.title = say(this.#language, 'connect');
  }

  /** Whether it is pressed stays as it was, because that is all that is known. */
  showFailure(look: 'offline' | 'error', sentence: string): void {
    this.#draw(look, this.button.ariaPressed === 'true');
    this.button.title = sentence;
  }

  mark(isFlattred: boolean, flattrs: number): void {
    this.count(flattrs);
    this.#draw(isFlattred ? 'flattred' : this.#isStrange ? 'stranger' : 'ready');
  }

  count(flattrs: number): void {
    if (flattrs !== this.#flattrs) {
      this.#flattrs = flattrs;
      this.#face.show(flattrs);
      this.button.ariaLabel = `Flattr ${this.#title}, ${flattrs.toLocaleString(this.#language)}`;
    }
  }

  wait(isBusy: boolean): void {
    this.button.ariaBusy = String(isBusy);
  }

  blend(isDark: boolean): void {
    this.#face.box.classList.toggle('dark', isDark);
    document.documentElement.classList.toggle('dark', isDark);
  }

  focus(): void {
    this.button.focus();
  }

  #draw(look: Look, isPressed = look === 'flattred' || look === 'subscribed'): void {
    this.button.ariaPressed = String(isPressed);
    this.button.dataset.look = look;
    this.#verb.textContent = MARKS[look];
  }
}

function lookOf({ state, subscription }: State): Look {
  switch (state) {
    case 'flattred':
      return subscription ? 'subscribed' : 'flattred';
    case 'no_budget':
    case 'paused':
    case 'no_funds':
      return 'no_means';
    default:
      return state;
  }
}
