import { addressOnTheWeb } from './address.js';
import { plain } from './text.js';

/** What our element can say; what old markup says is put into the same words. */
export const ATTRIBUTES = [
  'href',
  'by',
  'owner',
  'title',
  'description',
  'language',
  'tags',
  'category',
  'unlisted',
  'layout',
  'counts',
] as const;

export type Attribute = (typeof ATTRIBUTES)[number];

/** Attributes of our element, with their values. */
export type Attributes = Readonly<Partial<Record<Attribute, string>>>;

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

/** The thing that the attributes describe; nothing when it has no address on the web. */
export function thingIn(
  said: (name: Attribute) => string | null | undefined,
  defaults: Attributes,
  page: string,
): Thing | undefined {
  const text = (name: Attribute) => said(name) || (defaults[name] ?? '');
  const url = addressOnTheWeb(said('href') ?? '', page);
  // A button that names an identity means it, whatever account its page names for the others.
  const by = said('by') || (said('owner') ? '' : text('by'));
  return url
    ? {
        url,
        user_id: by,
        owner: by ? '' : text('owner'),
        title: plain(text('title'), 100),
        description: plain(text('description'), 1000),
        language: text('language').replace('-', '_'),
        tags: text('tags'),
        category: text('category'),
        hidden: /^[1t]/.test(text('unlisted')) ? '1' : '',
      }
    : undefined;
}
