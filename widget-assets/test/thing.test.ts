import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { thingIn } from '../src/thing.js';

const page = 'https://blog.example/posts/bread?p=1#crust';
const thing = (said: Readonly<Record<string, string>>, defaults = {}) => thingIn((name) => said[name], defaults, page);

describe('The element', () => {
  it('is for its page when it names no address', () => {
    assert.equal(thing({})?.url, 'https://blog.example/posts/bread?p=1');
  });

  it('is for the address that it names, as seen from its page', () => {
    assert.equal(thing({ href: '/song#2' })?.url, 'https://blog.example/song#2');
  });

  it('is for nothing that is not on the web', () => {
    assert.deepEqual(['mailto:a@b.example', 'javascript:alert(1)', 'https://'].map((href) => thing({ href })), [
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('hides its thing from the catalogue by being unlisted', () => {
    assert.deepEqual(['1', 'true', '0', 'false', ''].map((unlisted) => thing({ unlisted })?.hidden), ['1', '1', '', '', '']);
  });

  it('says what the page says for all, unless it says so itself', () => {
    const defaults = { by: 'alice', language: 'sv_SE', category: 'text' };

    const [plain, own] = [thing({}, defaults), thing({ by: 'bob', language: 'en-GB', category: 'audio' }, defaults)];

    assert.deepEqual([plain?.user_id, plain?.language, plain?.category], ['alice', 'sv_SE', 'text']);
    assert.deepEqual([own?.user_id, own?.language, own?.category], ['bob', 'en_GB', 'audio']);
  });

  it('means the identity that it names before the account of the page', () => {
    const said = thing({ owner: 'mastodon:user:id:123' }, { by: 'alice' });

    assert.deepEqual([said?.user_id, said?.owner], ['', 'mastodon:user:id:123']);
  });
});
