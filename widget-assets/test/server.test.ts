import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { frameAddress, serverOf, submitAddress } from '../src/server.js';
import { thingIn, type Thing } from '../src/thing.js';

const page = 'https://blog.example/posts/';

describe('The server', () => {
  it('is where the script came from', () => {
    assert.equal(serverOf({ src: 'https://obolus.example/button.js?v=2#x', dataset: {} }, page), 'https://obolus.example/');
  });

  it('may live in a folder', () => {
    assert.equal(serverOf({ src: 'https://example.org/obolus/button.js', dataset: {} }, page), 'https://example.org/obolus/');
  });

  it('is above the place of the old loader', () => {
    const src = 'https://example.org/obolus/js/0.6/load.js?mode=auto';

    assert.equal(serverOf({ src, dataset: {} }, page), 'https://example.org/obolus/');
  });

  it('is what data-server says, when the script is a copy', () => {
    const src = 'https://blog.example/button.js';

    const servers = ['https://obolus.example', 'https://example.org/obolus'].map((server) =>
      serverOf({ src, dataset: { server } }, page),
    );

    assert.deepEqual(servers, ['https://obolus.example/', 'https://example.org/obolus/']);
  });
});

describe('The flattr page', () => {
  const attributes: Record<string, string> = {
    href: 'https://blog.example/?a=1&b=ü#crust',
    by: 'alice',
    title: 'Bread & butter "today"',
    description: 'Flour<br>and water',
    language: 'en_GB',
    tags: 'a,b',
    category: 'text',
    unlisted: '1',
  };
  const bread = thingIn((name) => attributes[name], {}, page) as Thing;

  it('is told everything that the markup says, and reads the same', () => {
    const address = new URL(submitAddress('https://obolus.example/', bread));

    assert.deepEqual(Object.fromEntries(address.searchParams), {
      url: 'https://blog.example/?a=1&b=%C3%BC#crust',
      user_id: 'alice',
      title: 'Bread & butter "today"',
      description: 'Flour\nand water',
      language: 'en_GB',
      tags: 'a,b',
      category: 'text',
      hidden: '1',
    });
  });

  it('is told nothing that the markup does not say', () => {
    const said: Record<string, string> = { href: 'https://blog.example/', owner: 'email:abc' };
    const bare = thingIn((name) => said[name], {}, page) as Thing;

    assert.equal(
      submitAddress('https://obolus.example/', bare),
      'https://obolus.example/submit/auto?url=https%3A%2F%2Fblog.example%2F&owner=email%3Aabc',
    );
  });

  it('cannot be led elsewhere by what the markup says', () => {
    const hostile = { ...bread, title: '&url=https://evil.example/#', tags: '\u{D800}&owner=mallory' };

    const address = new URL(submitAddress('https://obolus.example/', hostile));

    assert.equal(address.origin + address.pathname + address.hash, 'https://obolus.example/submit/auto');
    assert.deepEqual([address.searchParams.getAll('url').length, address.searchParams.get('owner')], [1, null]);
  });
});

describe('The frame', () => {
  it('is told where it stands and what it is for', () => {
    const place = { site: 'https://blog.example', layout: 'large', lang: 'sv', dark: '0' } as const;
    const bread = thingIn((name) => (name === 'by' ? 'alice' : null), {}, page) as Thing;

    const address = new URL(frameAddress('https://obolus.example/', { ...place, ...bread }));

    assert.equal(address.origin + address.pathname, 'https://obolus.example/button/frame');
    assert.deepEqual(Object.fromEntries(address.searchParams), { ...place, url: page, user_id: 'alice' });
  });
});
