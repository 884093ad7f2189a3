import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { answers, questions } from '../src/counts.js';

const server = 'https://obolus.example/';
const posts = (count: number, tail = '') => Array.from({ length: count }, (_, post) => `https://b.example/${post}${tail}`);

describe('The question for counts', () => {
  it('is one for a page of 50 buttons', () => {
    assert.equal(questions(server, posts(50, `/${'x'.repeat(80)}`)).length, 1);
  });

  it('names at most 100 addresses', () => {
    const asked = questions(server, posts(201)).map((question) => new URL(question).searchParams.getAll('url').length);

    assert.deepEqual(asked, [100, 100, 1]);
  });

  it('stays short enough for proxies', () => {
    const all = questions(server, posts(100, `?${'x'.repeat(300)}`));

    assert.ok(all.every((question) => question.length < 7900));
    assert.equal(all.flatMap((question) => new URL(question).searchParams.getAll('url')).length, 100);
  });

  it('asks for a very long address alone', () => {
    assert.equal(questions(server, posts(2, `?${'x'.repeat(7900)}`)).length, 2);
  });

  it('names every address as it is', () => {
    const urls = ['https://b.example/?a=1&b=2#c', 'https://b.example/%2F%26+x'];

    const asked = questions(server, urls).map((question) => new URL(question).searchParams.getAll('url'));

    assert.deepEqual(asked, [urls]);
  });
});

describe('The answer', () => {
  const question = `${server}counts?url=x`;
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

    await answers(question);

    assert.deepEqual(asked, [
      [question, { credentials: 'omit', referrerPolicy: 'no-referrer' }],
    ]);
  });

  it('gives the flattrs of each address', async () => {
    answering(async () => new Response('{"counts":[{"url":"x","flattrs":3,"supporters":2}]}'));

    assert.deepEqual(await answers(question), [{ url: 'x', flattrs: 3, supporters: 2 }]);
  });

  it('is none when the server refuses, fails or speaks of something else', async () => {
    const replies = ['{"status":429,"title":"Too many requests"}', '<html>', 'null'];

    for (const reply of replies) {
      answering(async () => new Response(reply));
      assert.deepEqual(await answers(question), []);
    }
    answering(() => Promise.reject(new TypeError('offline')));
    assert.deepEqual(await answers(question), []);
  });
});
