import { begin } from './life.js';
import { ATTRIBUTES } from './thing.js';

/** The button around a page's own link. After a change it begins anew; where its thing has no address it is that link. */
export class FlattrButton extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  #end: (() => void) | undefined;
  #isDue = false;

  connectedCallback(): void {
    this.attributeChangedCallback();
  }

  disconnectedCallback(): void {
    this.attributeChangedCallback();
  }

  /** Several changes at once, such as moving to another place, are one. */
  attributeChangedCallback(): void {
    this.#isDue ||
      queueMicrotask(() => {
        this.#end?.();
        this.#end = this.isConnected ? begin(this) : undefined;
        this.#isDue = false;
      });
    this.#isDue = true;
  }
}
