import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLight } from '../src/tone.js';
import { languageOf, opens, shown } from '../src/words.js';

describe('The tone', () => {
  it('is seen in every notation of colours that browsers answer with', () => {
    const dark = ['rgb(28, 35, 33)', 'rgba(0, 0, 0, 0.9)', 'oklch(0.21 0.034 264.665)', 'lab(12 1 2)', 'color(srgb 0.1 0.1 0.1)'];
    const light = ['rgb(251, 250, 246)', 'oklab(0.98 0 0)', 'lch(97 1 2)', 'color(srgb 1 1 1)'];

    assert.deepEqual(dark.map(isLight), dark.map(() => false));
    assert.deepEqual(light.map(isLight), light.map(() => true));
  });
});

describe('The words', () => {
  it('are in the language of the page, or English', () => {
    const languages = ['de-AT', 'ES', 'fr', 'sv_SE', 'ja', ''].map(languageOf);

    assert.deepEqual(languages, ['de', 'es', 'fr', 'sv', 'en', 'en']);
    assert.ok(languages.every((language) => opens(language)));
  });

  it('shorten only numbers that do not fit', () => {
    assert.deepEqual([9999, 12_345, 1_234_567].map((flattrs) => shown(flattrs, 'en')), ['9,999', '12K', '1.2M']);
  });
});
