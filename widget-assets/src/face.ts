import styles from 'obolus:button.css';
import { add } from './drawing.js';
import { opens, shown } from './words.js';

// A browser too old for this stops here, and the page keeps its links.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** What one sees and hears of a button: a link that looks like one. */
export class Face {
  readonly box: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly #count: HTMLElement;
  #title = '';

  constructor(root: ShadowRoot) {
    root.adoptedStyleSheets = [sheet];
    this.box = add(root, 'span', 'box');
    this.link = add(this.box, 'a');
    add(this.link, 'span', 'coin');
    this.#count = add(this.link, 'span', 'count');
    add(this.link, 'span', 'verb').textContent = 'Flattr';
    add(this.box, 'slot').name = 'frame';
  }

  /** Begins anew for a thing, without a number. */
  dress(title: string, address: string, language: string): void {
    this.#title = title;
    this.link.lang = language;
    this.link.href = address;
    this.#show('–', '');
  }

  show(flattrs: number): void {
    const number = shown(flattrs, this.link.lang);
    this.#show(number, `${number} Flattr${flattrs === 1 ? '' : 's'}, `);
  }

  #show(number: string, count: string): void {
    this.#count.textContent = number;
    this.link.ariaLabel = `Flattr ${this.#title}, ${count}${opens(this.link.lang)}`;
  }
}
