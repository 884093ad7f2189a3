import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { answers, questions } from '../src/counts.js';

const server = 'https://obolus.example/';
const posts = (count: number, tail = '') => Array.from({ length: count }, (_, post) => `https://b.example/${post}${tail}`);

describe('The question for counts', () => {
  it('is one for a page of 50 buttons', () => {
    assert.equal(questions(server, posts(50)).length, 1);
  });

  it('names at most 100 addresses', () => {
    assert.deepEqual(questions(server, posts(201)).map(({ urls }) => urls.length), [100, 100, 1]);
  });

  it('stays short enough for every server and proxy', () => {
    const all = questions(server, posts(100, `?${'x'.repeat(300)}`));

    assert.ok(all.every(({ address }) => address.length < 3900));
    assert.equal(all.flatMap(({ urls }) => urls).length, 100);
  });

  it('asks for a very long address alone', () => {
    assert.equal(questions(server, posts(2, `?${'x'.repeat(5000)}`)).length, 2);
  });

  it('names every address as it is', () => {
    const urls = ['https://b.example/?a=1&b=2#c', 'https://b.example/%2F%26+x'];

    const asked = questions(server, urls).map(({ address }) => new URL(address).searchParams.getAll('url'));

    assert.deepEqual(asked, [urls]);
  });
});

describe('The answer', () => {
  const question = { address: `${server}counts?url=x`, urls: ['x'] };
  const fetched = globalThis.fetch;
  const answering = (answer: () => Promise<Response>) => (globalThis.fetch = answer);

  afterEach(() => {
    globalThis.fetch = fetched;
  });

  it('is asked for without credentials and without saying from where', async () => {
    const asked: unknown[] = [];
    globalThis.fetch = async (...request) => {
      asked.push(request);
      return new Response('{"counts":[]}');
    };

    await answers(question, 'reload');

    assert.deepEqual(asked, [
      [question.address, { cache: 'reload', credentials: 'omit', referrerPolicy: 'no-referrer' }],
    ]);
  });

  it('gives the flattrs of each address', async () => {
    answering(async () => new Response('{"counts":[{"url":"x","flattrs":3,"supporters":2}]}'));

    assert.deepEqual(await answers(question, 'default'), [['x', 3]]);
  });

  it('is none when the server refuses, fails or speaks of something else', async () => {
    const replies = ['{"status":429,"title":"Too many requests"}', '<html>', 'null', '{"counts":7}'];

    for (const reply of replies) {
      answering(async () => new Response(reply));
      assert.deepEqual(await answers(question, 'default'), []);
    }
    answering(() => Promise.reject(new TypeError('offline')));
    assert.deepEqual(await answers(question, 'default'), []);
  });
});
