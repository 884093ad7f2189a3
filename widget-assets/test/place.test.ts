import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeIn } from '../src/frame/place.js';

const ADDRESS = '?site=https%3A%2F%2Fevil.example&layout=icon&lang=sv&dark=1&url=https%3A%2F%2Fblog.example%2Fa&title=A';

test('stands where the server says, whatever the address says', () => {
  assert.equal(placeIn('https://blog.example', ADDRESS).site, 'https://blog.example');
  assert.equal(placeIn('', ADDRESS).site, '');
});

test('looks as the address says', () => {
  const { layout, language, dark, title } = placeIn('https://blog.example', ADDRESS);

  assert.deepEqual({ layout, language, dark, title }, { layout: 'icon', language: 'sv', dark: true, title: 'A' });
});

test('leads to the window of its thing, which has nothing to do with where it stands', () => {
  assert.equal(placeIn('https://blog.example', ADDRESS).submit, '/submit/auto?url=https%3A%2F%2Fblog.example%2Fa&title=A');
});
