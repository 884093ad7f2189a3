import { slice } from './coin.js';

const SVG = 'http://www.w3.org/2000/svg';
const SLICES = 6;
const RADIUS = 12;

/** A new element within another one. */
export function add<Name extends 'a' | 'span'>(
  parent: Node,
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return parent.appendChild(element);
}

/** The coin, seen by the eye only. */
export function addCoin(parent: Node): void {
  const coin = parent.appendChild(document.createElementNS(SVG, 'svg'));
  coin.setAttribute('viewBox', '-13 -13 26 26');
  for (let turn = 0; turn < 360; turn += 360 / SLICES) {
    const path = coin.appendChild(document.createElementNS(SVG, 'path'));
    path.setAttribute('d', slice(RADIUS, SLICES));
    path.setAttribute('transform', `rotate(${turn})`);
  }
}
