import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

class Script {
  constructor(
    readonly src: string,
    readonly dataset: Record<string, string>,
  ) {}
}

/** The module as it is when this script has brought it to a page. */
async function broughtBy(script: Script): Promise<typeof import('../src/here.js')> {
  Object.assign(globalThis, {
    HTMLScriptElement: Script,
    document: { currentScript: script, baseURI: 'https://blog.example/posts/' },
  });
  return import(`../src/here.js?${JSON.stringify(script)}`);
}

describe('Who is asked for the numbers', () => {
  it('is the server', async () => {
    const here = await broughtBy(new Script('https://obolus.example/button.js', {}));

    assert.deepEqual([here.server, here.counter], ['https://obolus.example/', 'https://obolus.example/']);
  });

  it('is the site that says so, while everything else is the server’s', async () => {
    const said = { server: 'https://obolus.example', counts: 'https://blog.example/wp-json/obolus/v1/' };

    const here = await broughtBy(new Script('https://blog.example/button.js', said));

    assert.deepEqual([here.server, here.counter], ['https://obolus.example/', said.counts]);
  });
});
