import { addressOnTheWeb } from './address.js';
import { ATTRIBUTES, type Attributes } from './thing.js';

/** The part of an old anchor that says what its button is for. */
export interface Anchor {
  readonly href: string;
  readonly baseURI: string;
  readonly title: string;
  readonly lang: string;
  readonly rel: string;
  readonly rev: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

type Pair = readonly [name: string | undefined, value?: unknown];

const RENAMED: Readonly<Record<string, string>> = { url: 'href', uid: 'by', button: 'layout', hidden: 'unlisted' };

/** What an old anchor and the text within it say, in the words of our element; nothing without an address on the web. */
export function attributesOf(anchor: Anchor, text: string, prefix: string): Attributes | undefined {
  const said = attributesIn([
    ['href', anchor.href],
    ['title', anchor.title],
    ['description', text],
    ['language', anchor.lang],
    ...listed(anchor.rel),
    ...listed(anchor.rev),
    ...Array.from(anchor.attributes, ({ name, value }): Pair => [name.split(`${prefix}-`)[1], value]),
  ]);
  return said.href && addressOnTheWeb(said.href, anchor.baseURI) ? said : undefined;
}

/** Old parameters in the words of our element. The last one is believed, but an empty one says nothing. */
export function attributesIn(parameters: Iterable<Pair>): Attributes {
  const said: Record<string, string> = {};
  for (const [name = '', value] of parameters) {
    const key = name.trim().toLowerCase();
    const attribute = RENAMED[key] ?? key;
    const text = `${value ?? ''}`.trim();
    if (text && (ATTRIBUTES as readonly string[]).includes(attribute)) {
      said[attribute] = text;
    }
  }
  return said;
}

/** The parameters of `rel="nofollow flattr;uid:alice;tags:a,b;"`. */
function listed(attribute: string): Pair[] {
  const list = attribute.split(/(?:^|\s)flattr;/)[1] ?? '';
  return list.split(';').map((pair) => pair.split(/:(.*)/s) as unknown as Pair);
}
