import { plain, within } from './text.js';

/** The part of an anchor element that says what its button is for. */
export interface Markup {
  readonly href: string;
  readonly baseURI: string;
  readonly title: string;
  readonly lang: string;
  readonly rel: string;
  readonly rev: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

/** What can be flattred, in the words of the auto-submit address; what its page does not say is empty. */
export interface Thing {
  readonly url: string;
  readonly user_id: string;
  readonly owner: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly tags: string;
  readonly category: string;
  readonly hidden: string;
}

/** A thing and how its button shall look. */
export interface Wish {
  readonly thing: Thing;
  readonly compact: boolean;
}

type Parameters = Readonly<Record<string, string>>;

/** Understands an anchor and the text within it; nothing when it names no address on the web. */
export function wishIn(markup: Markup, text: string): Wish | undefined {
  const said = { ...listed(markup.rel), ...listed(markup.rev), ...prefixed(markup.dataset) };
  const url = addressOnTheWeb(said.url ?? markup.href, markup.baseURI);
  return url ? { thing: thingAt(url, said, markup, text), compact: said.button === 'compact' } : undefined;
}

function thingAt(url: string, said: Parameters, markup: Markup, text: string): Thing {
  const { uid = '', owner = '', tags = '', category = '', hidden = '' } = said;
  return {
    url,
    user_id: uid,
    owner: uid ? '' : owner,
    title: within(5, 100, plain(said.title ?? markup.title).replace(/\n/g, ' ')),
    description: within(5, 1000, plain(said.description ?? text)),
    language: (said.language ?? markup.lang).replace('-', '_'),
    tags,
    category,
    hidden: /^[1t]/.test(hidden) ? '1' : '',
  };
}

/** The parameters of `rel="nofollow flattr;uid:alice;tags:a,b;"`. */
function listed(attribute: string): Parameters {
  const list = /(^|\s)flattr;(.*)/s.exec(attribute)?.[2] ?? '';
  return given(list.split(';').map((pair) => pair.split(/:(.*)/s)));
}

/** The parameters of `data-flattr-uid="alice"`, which a dataset names `flattrUid`. */
function prefixed(data: Markup['dataset']): Parameters {
  return given(Object.entries(data).map(([name, value]) => [/^flattr(.+)/.exec(name)?.[1], value]));
}

/** An empty value says nothing, so that it does not hide one given elsewhere. */
function given(pairs: readonly (readonly (string | undefined)[])[]): Parameters {
  const said: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (name && value?.trim()) {
      said[name.trim().toLowerCase()] = value.trim();
    }
  }
  return said;
}

function addressOnTheWeb(address: string, base: string): string | undefined {
  try {
    const { href } = new URL(address, base);
    return address && /^https?:/.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}
