import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain } from '../src/text.js';

describe('Plain text', () => {
  it('has line breaks for every spelling of br', () => {
    assert.equal(plain('a<br>b<br/>c<BR class="x" />d', 99), 'a\nb\nc\nd');
  });

  it('has no tags, comments or closing tags', () => {
    assert.equal(plain('<p class="x">a <!-- no --><a href="/">link</a></p>', 99), 'a link');
  });

  it('keeps what only looks like a tag', () => {
    assert.equal(plain('I <3 bread, 1 < 2 > 0', 99), 'I <3 bread, 1 < 2 > 0');
  });

  it('is cut between whole characters', () => {
    assert.equal(plain('🍞🍞🍞', 2), '🍞🍞');
  });
});
