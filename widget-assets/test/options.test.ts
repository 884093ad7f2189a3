import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { optionsIn } from '../src/options.js';

const host = 'https://obolus.example';

describe('The address of the script', () => {
  it('waits for the page to ask for its old buttons only where the old loader stood', () => {
    const manual = ['/button.js', '/js/0.6/load.js', '/button-0123456789abcdef.js'].map((path) => optionsIn(host + path).manual);

    assert.deepEqual(manual, [false, true, false]);
  });

  it('may say otherwise', () => {
    const manual = ['/js/0.6/load.js?mode=auto', '/button.js?uid=a&mode=manual'].map((path) => optionsIn(host + path).manual);

    assert.deepEqual(manual, [false, true]);
  });

  it('says what holds for all buttons of the page', () => {
    const { defaults } = optionsIn(
      `${host}/js/0.6/load.js?mode=auto&uid=alice&button=compact&language=sv_SE&category=text&popout=0&https=1&revsharekey=x#y`,
    );

    assert.deepEqual(defaults, { by: 'alice', layout: 'compact', language: 'sv_SE', category: 'text' });
  });

  it('may name another beginning of attributes', () => {
    const prefixes = ['?html5-key-prefix=data-give', ''].map((query) => optionsIn(`${host}/button.js${query}`).prefix);

    assert.deepEqual(prefixes, ['data-give', 'data-flattr']);
  });
});
