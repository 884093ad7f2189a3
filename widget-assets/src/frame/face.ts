import styles from 'obolus:frame.css';
import { Face } from '../face.js';
import type { State } from './api.js';
import type { Place } from './place.js';
import { sentenceOf } from './sentences.js';
import { say } from './words.js';

/** The same button as the loader's, which knows in addition who presses it. */
export class FrameFace {
  readonly button: HTMLAnchorElement;
  readonly #face: Face;
  readonly #verb: Element;
  readonly #language: string;
  readonly #title: string;
  #flattrs = -1;

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
    this.#press(false);
    this.blend(place.dark);
  }

  get isPressed(): boolean {
    return this.button.ariaPressed === 'true';
  }

  show(state: State): void {
    this.mark(state.state === 'flattred', state.flattrs);
    this.button.title = sentenceOf(state, this.#language);
  }

  /** For whoever is not connected here: the window will ask who they are. */
  showStranger(): void {
    this.#press(false);
    this.button.title = say(this.#language, 'connect');
  }

  mark(isFlattred: boolean, flattrs: number): void {
    this.count(flattrs);
    this.#press(isFlattred);
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

  #press(isFlattred: boolean): void {
    this.button.ariaPressed = String(isFlattred);
    // A word would need more room than the smallest layouts have; screen readers say that it is pressed.
    this.#verb.textContent = isFlattred ? '✓' : 'Flattr';
  }
}
