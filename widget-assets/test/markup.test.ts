import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wishIn, type Markup } from '../src/markup.js';

const bread: Markup = {
  href: 'https://blog.example/bread',
  baseURI: 'https://blog.example/',
  title: 'How to bake bread',
  lang: '',
  rel: '',
  rev: '',
  dataset: {},
};

const wish = (said: Partial<Markup>, text = '') => wishIn({ ...bread, ...said }, text);
const thing = (said: Partial<Markup>, text = '') => wish(said, text)?.thing;

describe('The markup', () => {
  it('names the thing by its link, query and fragment included', () => {
    assert.equal(thing({ href: 'https://blog.example/?p=7&x=%20#crust' })?.url, 'https://blog.example/?p=7&x=%20#crust');
  });

  it('names the thing by data-flattr-url before its link', () => {
    assert.equal(thing({ dataset: { flattrUrl: '/song' } })?.url, 'https://blog.example/song');
  });

  it('names nothing that is not on the web', () => {
    const addresses = ['', 'mailto:alice@blog.example', 'javascript:alert(1)', 'https://'];

    const wishes = addresses.map((href) => wish({ href }));

    assert.deepEqual(wishes, [undefined, undefined, undefined, undefined]);
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
    const said = thing({ dataset: { flattrUid: 'alice', flattrCategory: 'audio', flattrTags: 'song', other: 'x' } });

    assert.deepEqual([said?.user_id, said?.category, said?.tags], ['alice', 'audio', 'song']);
  });

  it('is believed in data before rev before rel', () => {
    const rel = 'flattr;uid:alice;category:text;tags:rel;';
    const rev = 'flattr;uid:bob;category:audio;';

    const said = thing({ rel, rev, dataset: { flattrUid: 'carol' } });

    assert.deepEqual([said?.user_id, said?.category, said?.tags], ['carol', 'audio', 'rel']);
  });

  it('says nothing by an empty value', () => {
    assert.equal(thing({ rel: 'flattr;uid:alice;', rev: 'flattr;uid:;', dataset: { flattrUid: ' ' } })?.user_id, 'alice');
  });

  it('keeps colons in values', () => {
    assert.equal(thing({ rel: 'flattr;owner:mastodon:user:id:123;' })?.owner, 'mastodon:user:id:123');
  });

  it('means an account before an identity', () => {
    const said = thing({ dataset: { flattrUid: 'alice', flattrOwner: 'email:abc' } });

    assert.deepEqual([said?.user_id, said?.owner], ['alice', '']);
  });

  it('ignores lists that are not for flattr', () => {
    assert.equal(thing({ rel: 'license;uid:alice; notflattr;uid:bob' })?.user_id, '');
  });

  it('is for the large button, unless it asks for the compact one', () => {
    const sizes = [wish({}), wish({ rel: 'flattr;button:compact' }), wish({ dataset: { flattrButton: 'compact' } })];

    assert.deepEqual(sizes.map((size) => size?.compact), [false, true, true]);
  });

  it('strips HTML from the title', () => {
    assert.equal(thing({ title: 'How to <b>bake</b><br>bread' })?.title, 'How to bake bread');
  });

  it('leaves out a title of less than 5 characters', () => {
    assert.equal(thing({ title: 'Oven' })?.title, '');
  });

  it('cuts a title after 100 whole characters', () => {
    assert.equal(thing({ title: '🍞'.repeat(101) })?.title, '🍞'.repeat(100));
  });

  it('takes the description from the text within the link', () => {
    assert.equal(thing({}, '\n  Flour,\n  water. <br> And <em>time</em>. ')?.description, 'Flour, water.\nAnd time.');
  });

  it('takes the description from data before the text', () => {
    assert.equal(thing({ dataset: { flattrDescription: 'Rye and water' } }, 'Flattr this')?.description, 'Rye and water');
  });

  it('cuts a description after 1000 characters', () => {
    assert.equal(thing({}, 'x'.repeat(1001))?.description.length, 1000);
  });

  it('names its language as Flattr did', () => {
    assert.deepEqual(
      [thing({ lang: 'en-GB' })?.language, thing({ lang: 'en-GB', dataset: { flattrLanguage: 'sv_SE' } })?.language],
      ['en_GB', 'sv_SE'],
    );
  });

  it('is shown in the catalogue, unless it is hidden', () => {
    const hidden = ['0', 'false', '1', 'true'].map((flattrHidden) => thing({ dataset: { flattrHidden } })?.hidden);

    assert.deepEqual(hidden, ['', '', '1', '1']);
  });
});
