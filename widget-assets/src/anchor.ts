import { wishIn, type Wish } from './markup.js';

/** The button that a page's anchor asks for; nothing when the anchor names no address on the web. */
export function wishOf(anchor: HTMLAnchorElement): Wish | undefined {
  return wishIn(anchor, textOf(anchor));
}

function textOf(node: Node): string {
  return Array.from(node.childNodes, (child) =>
    child instanceof Text ? child.data : child instanceof HTMLBRElement ? '<br>' : textOf(child),
  ).join('');
}
