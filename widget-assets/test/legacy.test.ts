import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attributesIn, attributesOf, type Anchor } from '../src/legacy.js';
import { thingIn } from '../src/thing.js';

const bread = {
  href: 'https://blog.example/bread',
  baseURI: 'https://blog.example/',
  title: 'How to bake bread',
  lang: '',
  rel: '',
  rev: '',
};

type Said = Partial<Omit<Anchor, 'attributes'>> & { readonly data?: Readonly<Record<string, string>> };

const attributes = ({ data = {}, ...said }: Said, text = '', prefix = 'data-flattr') => {
  const list = Object.entries(data).map(([name, value]) => ({ name: `data-${name}`, value }));
  return attributesOf({ ...bread, ...said, attributes: list }, text, prefix);
};

const thing = (said: Said, text = '') => {
  const found = attributes(said, text);
  return found && thingIn((name) => found[name], {}, bread.baseURI);
};

describe('Old markup', () => {
  it('names the thing by its link, query and fragment included', () => {
    assert.equal(thing({ href: 'https://blog.example/?p=7&x=%20#crust' })?.url, 'https://blog.example/?p=7&x=%20#crust');
  });

  it('names the thing by data-flattr-url before its link', () => {
    assert.equal(thing({ data: { 'flattr-url': '/song' } })?.url, 'https://blog.example/song');
  });

  it('names nothing that is not on the web', () => {
    const addresses = ['', 'mailto:alice@blog.example', 'javascript:alert(1)', 'https://'];

    const found = addresses.map((href) => attributes({ href }));

    assert.deepEqual(found, [undefined, undefined, undefined, undefined]);
  });

  it('carries its parameters in rel, beside other words', () => {
    const said = thing({ rel: 'nofollow flattr;uid:alice;category:text;tags:bread,slow food;hidden:1; noopener' });

    assert.deepEqual(
      [said?.user_id, said?.category, said?.tags, said?.hidden],
      ['alice', 'text', 'bread,slow food', '1'],
    );
  });

  it('carries its parameters in rev', () => {
    assert.equal(thing({ rev: 'flattr;uid:alice;' })?.user_id, 'alice');
  });

  it('carries its parameters in data-flattr-*', () => {
    const said = thing({ data: { 'flattr-uid': 'alice', 'flattr-category': 'audio', 'flattr-tags': 'song', other: 'x' } });

    assert.deepEqual([said?.user_id, said?.category, said?.tags], ['alice', 'audio', 'song']);
  });

  it('is believed in data before rev before rel', () => {
    const rel = 'flattr;uid:alice;category:text;tags:rel;';
    const rev = 'flattr;uid:bob;category:audio;';

    const said = thing({ rel, rev, data: { 'flattr-uid': 'carol' } });

    assert.deepEqual([said?.user_id, said?.category, said?.tags], ['carol', 'audio', 'rel']);
  });

  it('says nothing by an empty value', () => {
    assert.equal(thing({ rel: 'flattr;uid:alice;', rev: 'flattr;uid:;', data: { 'flattr-uid': ' ' } })?.user_id, 'alice');
  });

  it('keeps colons in values', () => {
    assert.equal(thing({ rel: 'flattr;owner:mastodon:user:id:123;' })?.owner, 'mastodon:user:id:123');
  });

  it('means an account before an identity', () => {
    const said = thing({ data: { 'flattr-uid': 'alice', 'flattr-owner': 'email:abc' } });

    assert.deepEqual([said?.user_id, said?.owner], ['alice', '']);
  });

  it('ignores lists that are not for flattr', () => {
    assert.equal(thing({ rel: 'license;uid:alice; notflattr;uid:bob' })?.user_id, '');
  });

  it('is for the layout that it names', () => {
    const layouts = [attributes({}), attributes({ rel: 'flattr;button:compact' }), attributes({ data: { 'flattr-button': 'compact' } })];

    assert.deepEqual(layouts.map((found) => found?.layout), [undefined, 'compact', 'compact']);
  });

  it('strips HTML from the title', () => {
    assert.equal(thing({ title: 'How to <b>bake</b> bread' })?.title, 'How to bake bread');
  });

  it('cuts a title after 100 whole characters', () => {
    assert.equal(thing({ title: '🍞'.repeat(101) })?.title, '🍞'.repeat(100));
  });

  it('takes the description from the text within the link', () => {
    assert.equal(thing({}, '\n  Flour,\n  water. <br> And <em>time</em>. ')?.description, 'Flour, water.\nAnd time.');
  });

  it('takes the description from data before the text', () => {
    assert.equal(thing({ data: { 'flattr-description': 'Rye and water' } }, 'Flattr this')?.description, 'Rye and water');
  });

  it('cuts a description after 1000 characters', () => {
    assert.equal(thing({}, 'x'.repeat(1001))?.description.length, 1000);
  });

  it('names its language as Flattr did', () => {
    assert.deepEqual(
      [thing({ lang: 'en-GB' })?.language, thing({ lang: 'en-GB', data: { 'flattr-language': 'sv_SE' } })?.language],
      ['en_GB', 'sv_SE'],
    );
  });

  it('is shown in the catalogue, unless it is hidden', () => {
    const hidden = ['0', 'false', '1', 'true'].map((hidden) => thing({ data: { 'flattr-hidden': hidden } })?.hidden);

    assert.deepEqual(hidden, ['', '', '1', '1']);
  });

  it('may name its attributes by another prefix', () => {
    const data = { 'flattr-uid': 'bob', 'give-uid': 'alice', 'give-button': 'compact' };

    const found = attributes({ data }, '', 'data-give');

    assert.deepEqual([found?.by, found?.layout], ['alice', 'compact']);
  });

  it('carries nothing over that means nothing to us', () => {
    assert.deepEqual(Object.keys(attributes({ rel: 'flattr;uid:alice;popout:0;revsharekey:x;onclick:y' }) ?? {}), ['href', 'title', 'by']);
  });

  it('may be what a script asks for', () => {
    const asked = { uid: 'alice', url: 'https://blog.example/song', title: 'A song', tags: ['a', 'b'], hidden: true, popout: 0 };

    assert.deepEqual(attributesIn(Object.entries(asked)), {
      href: 'https://blog.example/song',
      by: 'alice',
      title: 'A song',
      tags: 'a,b',
      unlisted: 'true',
    });
  });
});
