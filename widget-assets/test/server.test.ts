import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wishIn, type Thing } from '../src/markup.js';
import { serverOf, submitAddress } from '../src/server.js';

const page = 'https://blog.example/posts/';

describe('The server', () => {
  it('is where the script came from', () => {
    assert.equal(serverOf({ src: 'https://obolus.example/button.js?v=2#x', dataset: {} }, page), 'https://obolus.example/');
  });

  it('may live in a folder', () => {
    assert.equal(serverOf({ src: 'https://example.org/obolus/button.js', dataset: {} }, page), 'https://example.org/obolus/');
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
  const bread = wishIn(
    {
      href: 'https://blog.example/?a=1&b=ü#crust',
      baseURI: page,
      title: 'Bread & butter "today"',
      lang: 'en_GB',
      rel: 'flattr;uid:alice;tags:a,b;category:text;hidden:1',
      rev: '',
      dataset: {},
    },
    'Flour<br>and water',
  )?.thing as Thing;

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
    const bare = wishIn(
      { href: 'https://blog.example/', baseURI: page, title: '', lang: '', rel: '', rev: '', dataset: { flattrOwner: 'email:abc' } },
      '',
    )?.thing as Thing;

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
