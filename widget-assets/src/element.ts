import styles from 'obolus:button.css';
import { add, addCoin } from './drawing.js';
import type { Wish } from './markup.js';
import { submitAddress } from './server.js';
import { standsOnDark } from './tone.js';
import { onReturnFrom, openSmallWindow } from './window.js';
import { languageOf, opens, shown, spoken } from './words.js';

// A browser too old for this stops here, and the page keeps its links.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** The element around a page's own link; tells by the event `obolus-return` that its reader may have flattred. */
export class ObolusButton extends HTMLElement {
  url!: string;
  #link!: HTMLAnchorElement;
  #count!: HTMLElement;
  #said!: HTMLElement;
  #language!: string;
  #title!: string;

  /** Draws the button of a thing that can be flattred at the server. */
  draw({ thing, compact }: Wish, server: string): void {
    this.url = thing.url;
    this.#title = thing.title;
    this.#language = languageOf(this.closest<HTMLElement>('[lang]')?.lang ?? '');
    this.toggleAttribute('compact', compact);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#link = add(root, 'a');
    this.#link.lang = this.#language;
    this.#link.href = submitAddress(server, thing);
    this.#link.onclick = (click) => this.#open(click);
    this.#link.onkeydown = (press) => this.#press(press);
    addCoin(this.#link);
    this.#count = add(this.#link, 'span', 'count', '–');
    add(this.#link, 'span', 'verb', 'Flattr');
    this.#said = add(root, 'span', 'said');
    this.#said.role = 'status';
    this.#name('');
  }

  /** Shows a number if there is one, and says it aloud when it has changed under the reader's eyes. */
  show(flattrs: number | undefined, aloud: boolean): void {
    if (flattrs === undefined) {
      return;
    }
    const number = shown(flattrs, this.#language);
    const count = spoken(flattrs, this.#language);
    if (aloud && number !== this.#count.textContent) {
      this.#said.textContent = `${this.#title} ${count}`;
      this.#link.classList.add('more');
    }
    this.#count.textContent = number;
    this.#name(`${count}, `);
  }

  /** Takes on the colours that fit what lies behind it. */
  blend(): void {
    this.#link.classList.toggle('dark', standsOnDark(this));
  }

  #name(count: string): void {
    this.#link.ariaLabel = `Flattr ${this.#title}, ${count}${opens(this.#language)}`;
  }

  #open(click: MouseEvent): void {
    // With a key held down the reader has said where to open it.
    const freely = click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
    const opened = freely ? null : openSmallWindow(`${this.#link.href}&popout=1`);
    if (opened) {
      click.preventDefault();
      onReturnFrom(opened, () => this.dispatchEvent(new Event('obolus-return')));
    }
  }

  #press(press: KeyboardEvent): void {
    if (press.key === ' ') {
      press.preventDefault();
      press.repeat || this.#link.click();
    }
  }
}
