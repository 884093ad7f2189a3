import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slice } from '../src/coin.js';
import { lightnessOf } from '../src/tone.js';
import { languageOf, opens, shown, spoken } from '../src/words.js';

describe('The coin', () => {
  it('has slices that fill the circle', () => {
    const ends = slice(12, 4).match(/-?\d+\.\d+/g)?.map((number) => Number(number).toFixed(3));

    assert.deepEqual(ends, ['-8.485', '-8.485', '8.485', '-8.485']);
  });
});

describe('The tone', () => {
  it('is seen in every notation of colours that browsers answer with', () => {
    const dark = ['rgb(18, 22, 20)', 'rgba(0, 0, 0, 0.9)', 'oklch(0.21 0.034 264.665)', 'lab(12 1 2)', 'color(srgb 0.1 0.1 0.1)'];
    const light = ['rgb(251, 250, 246)', 'oklab(0.98 0 0)', 'lch(97 1 2)', 'color(srgb 1 1 1)'];

    assert.deepEqual(dark.map((color) => (lightnessOf(color) ?? 1) < 0.5), dark.map(() => true));
    assert.deepEqual(light.map((color) => (lightnessOf(color) ?? 0) < 0.5), light.map(() => false));
  });

  it('is looked for behind what one sees through', () => {
    assert.equal(lightnessOf('rgba(0, 0, 0, 0)'), undefined);
  });
});

describe('The words', () => {
  it('are in the language of the page, or English', () => {
    const languages = ['de-AT', 'ES', 'fr', 'sv_SE', 'ja', ''].map(languageOf);

    assert.deepEqual(languages, ['de', 'es', 'fr', 'sv', 'en', 'en']);
    assert.ok(languages.every((language) => opens(language)));
  });

  it('count one and many', () => {
    assert.deepEqual([0, 1, 1234].map((flattrs) => spoken(flattrs, 'en')), ['0 Flattrs', '1 Flattr', '1,234 Flattrs']);
  });

  it('shorten only numbers that do not fit', () => {
    assert.deepEqual([9999, 12_345, 1_234_567].map((flattrs) => shown(flattrs, 'en')), ['9,999', '12K', '1.2M']);
  });
});
