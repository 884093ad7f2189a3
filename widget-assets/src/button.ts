import { FlattrButton } from './element.js';
import { options } from './here.js';
import { attributesIn, attributesOf } from './legacy.js';
import { listen } from './page.js';
import { whenWhole } from './script.js';
import type { Attributes } from './thing.js';

const TAG = 'flattr-button';

/** Draws the buttons of old markup that are not drawn yet. The page's own link stays in the page, inside its button. */
function setup(): void {
  document.querySelectorAll<HTMLAnchorElement>(`a.FlattrButton:not(${TAG} *)`).forEach((anchor) => {
    const attributes = attributesOf(anchor, textOf(anchor), options.prefix);
    if (attributes) {
      const button = made(attributes);
      anchor.replaceWith(button);
      button.append(anchor);
    }
  });
}

/** Draws a button that is nowhere in the markup; without a place to stand it is not drawn. */
function render(asked: object, target: Element | string, where?: string): void {
  const place = typeof target === 'string' ? document.getElementById(target) : target;
  const button = made(attributesIn(Object.entries(asked)));
  place?.[where === 'replace' ? 'replaceWith' : where === 'before' ? where : 'append'](button);
}

function made(attributes: Attributes): HTMLElement {
  const button = document.createElement(TAG);
  Object.entries(attributes).forEach(([name, value]) => button.setAttribute(name, value));
  return button;
}

function textOf(node: Node): string {
  return Array.from(node.childNodes, (child) =>
    child instanceof Text ? child.data : child instanceof HTMLBRElement ? '<br>' : textOf(child),
  ).join('');
}

Object.assign(window, { FlattrLoader: { setup, render, addLoadEvent: whenWhole } });

whenWhole(() => {
  // A page may carry the script twice; the second one draws what the first one did not see.
  if (!customElements.get(TAG)) {
    customElements.define(TAG, FlattrButton);
    listen();
  }
  options.manual || setup();
});
