import { attributesIn } from './legacy.js';
import type { Attributes } from './thing.js';

/** What the query of the script's address says for all buttons of the page. */
export interface Options {
  /** Old markup waits until the page asks for its buttons. */
  readonly manual: boolean;
  /** How the names of attributes begin in which old markup has its parameters. */
  readonly prefix: string;
  /** Attributes of our element, for those that do not have them. */
  readonly defaults: Attributes;
}

/** Reads the address of the script. From the place where Flattr's stood it waits as Flattr's did. */
export function optionsIn(src: string): Options {
  const query = new URLSearchParams(/\?([^#]*)/.exec(src)?.[1]);
  return {
    manual: (query.get('mode') ?? (/\/load\.js/.test(src) ? 'manual' : '')) === 'manual',
    prefix: query.get('html5-key-prefix') || 'data-flattr',
    defaults: attributesIn(query),
  };
}
