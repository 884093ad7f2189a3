import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Chromium } from './chromium.js';
import { Page, until } from './page.js';

let server: ChildProcess;
let address: string;
let browser: Chromium;
let page: Page;

before(async () => {
  server = spawn('node', ['demo/server.mjs'], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  address = /http:\S+/.exec(String(line))![0];
  browser = await Chromium.start();
});

after(async () => {
  await browser.stop();
  server.kill();
});

beforeEach(async () => {
  page = await Page.blank(browser);
  await page.beforehand(`
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
    window.within = (part, nth = 0) => document.querySelectorAll('obolus-button')[nth].shadowRoot.querySelector(part);
    window.counts = () => Array.from(document.querySelectorAll('obolus-button'),
      (button) => button.shadowRoot.querySelector('.count').textContent);
    window.asked = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/counts?'));
  `);
});

afterEach(() => page.close());

const open = (demo: string) => page.open(`${address}${demo}.html`);

async function openCounted(demo: string): Promise<void> {
  await open(demo);
  await until(() => page.see('document.querySelector("obolus-button") && counts().every((count) => /\\d/.test(count))'));
}

const count = () => page.see<number>('Number(counts()[0])');

describe('A page with buttons', () => {
  it('asks once for all counts', async () => {
    await openCounted('many');

    assert.equal(await page.see('counts().length'), 50);
    assert.equal(await page.see('asked().length'), 1);
  });

  it('does not shift when the numbers arrive', async () => {
    const places = 'Array.from(document.querySelectorAll("body *"), (element) => JSON.stringify(element.getBoundingClientRect()))';
    await openCounted('many');
    const withNumbers = await page.see(places);
    await page.block('*/counts?*');
    await open('many');
    await until(() => page.see('document.querySelector("obolus-button")'));

    const without = await page.see(places);

    assert.deepEqual(without, withNumbers);
  });

  it('gives each button its size, and fingers 24 px', async () => {
    await openCounted('markup');

    const sizes = await page.see(`Array.from(document.querySelectorAll('obolus-button'),
      (button) => [button.offsetWidth, button.offsetHeight].join())`);
    const hit = await page.see(`(({ x, y, bottom }) => [y - 1.5, bottom + 1.5].map(
      (edge) => document.elementFromPoint(x + 50, edge).localName))(
      document.querySelector('obolus-button[compact]').getBoundingClientRect())`);

    assert.deepEqual(sizes, ['55,62', '110,20', '55,62', '110,20']);
    assert.deepEqual(hit, ['obolus-button', 'obolus-button']);
  });

  it('tells the flattr page what the markup says', async () => {
    await openCounted('markup');

    const said = await page.see('Object.fromEntries(new URL(within("a").href).searchParams)');

    assert.deepEqual(said, {
      url: 'https://blog.example/bread',
      user_id: 'alice',
      title: 'How to bake bread',
      description: 'Flour, water, salt.\nAnd time.',
      language: 'en_GB',
      tags: 'bread,baking',
      category: 'text',
    });
  });

  it('shows a button for a hidden link, and leaves alone what is not on the web', async () => {
    await openCounted('markup');

    assert.equal(await page.see('document.querySelectorAll("obolus-button")[1].checkVisibility()'), true);
    assert.equal(await page.see('document.querySelector("a[href^=mailto]").checkVisibility()'), true);
    assert.equal(await page.see('document.querySelectorAll("obolus-button").length'), 4);
  });

  it('may carry the script twice', async () => {
    await openCounted('markup');

    await page.see(`new Promise((loaded) => {
      const late = document.createElement('a');
      late.className = 'FlattrButton';
      late.href = 'https://blog.example/late';
      const again = document.createElement('script');
      again.src = '/button.js';
      again.onload = loaded;
      document.body.append(late, again);
    })`);

    assert.equal(await until(() => page.see('counts().length === 5 && /\\d/.test(counts()[4])')), true);
    assert.equal(await page.see('document.querySelectorAll("obolus-button obolus-button").length'), 0);
  });

  it('works under a strict Content-Security-Policy and trusted types', async () => {
    await openCounted('strict-csp');

    assert.deepEqual(await page.see('violations'), []);
    assert.equal(await page.see('getComputedStyle(within("a")).borderRadius'), '10px');
  });

  it('need not be on the server\'s site', async () => {
    await page.open(`${address.replace('127.0.0.1', 'blog.localhost')}index.html`);

    await page.see(`document.querySelector('a').className = 'FlattrButton'`);
    await page.see(`void (document.body.appendChild(document.createElement('script')).src = '${address}button.js')`);

    await until(() => page.see('document.querySelector("obolus-button") && /\\d/.test(counts()[0])'));
    assert.equal(await page.see('new URL(within("a").href).hostname'), '127.0.0.1');
  });

  it('keeps its links where no script runs', async () => {
    await open('no-script');

    assert.equal(await page.see('document.querySelector("a.FlattrButton").checkVisibility()'), true);
  });

  it('shows buttons without numbers when the server does not answer', async () => {
    await page.block('*/counts?*');

    await open('markup');

    await until(() => page.see('document.querySelector("obolus-button") && asked().length'));
    await until(() => page.see('counts().every((count) => count === "–")'));
  });

  it('gives dark pages dark buttons, by day too', async () => {
    await openCounted('dark');

    assert.equal(await page.see('getComputedStyle(within("a")).backgroundColor'), 'rgb(26, 32, 29)');
  });

  it('keeps its styles out of the button', async () => {
    await openCounted('hostile-styles');

    assert.deepEqual(
      await page.see('(({ fontSize, letterSpacing, padding }) => [fontSize, letterSpacing, padding])(getComputedStyle(within("a")))'),
      ['12px', 'normal', '0px'],
    );
  });

  it('stands still for readers who want that', async () => {
    await page.emulate({ 'prefers-reduced-motion': 'reduce' });

    await openCounted('markup');

    assert.equal(await page.see('getComputedStyle(within("path")).transitionDuration'), '0s');
  });

  it('draws the coin in the reader\'s own colours', async () => {
    await page.emulate({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });

    await openCounted('markup');

    assert.equal(
      await page.see('getComputedStyle(within("path")).fill'),
      await page.see(`(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'LinkText';
        return getComputedStyle(probe).color;
      })()`),
    );
  });
});

describe('A button', () => {
  beforeEach(() => openCounted('markup'));

  it('opens the flattr page in a small window and counts again when it is closed', async () => {
    const seen = await count();

    await page.click('obolus-button');
    const window = await until(async () => (await page.windows())[0]);
    await page.closeWindow(window);

    assert.match(window.url, /\/submit\/auto\?url=.*&popout=1$/);
    await until(async () => (await count()) === seen + 1);
    assert.equal(await page.see('within("output").textContent'), `How to bake bread ${seen + 1} Flattrs`);
    assert.match(await page.see('location.pathname'), /markup/);
  });

  it('counts again when the reader comes back while the window is open', async () => {
    const seen = await count();

    await page.click('obolus-button');
    await until(async () => (await page.windows()).length);
    await until(async () => {
      await page.see('dispatchEvent(new Event("focus"))');
      return (await count()) === seen + 1;
    });

    assert.equal((await page.windows()).length, 1);
  });

  it('counts again also where the page is cut from the windows that it opens', async () => {
    await page.see('void (window.open = () => ({ closed: true, focus() {} }))');

    await page.click('obolus-button');
    await until(() => page.see('asked().length === 2'));
    await page.see('dispatchEvent(new Event("focus"))');

    await until(() => page.see('asked().length === 3'));
  });

  it('uses one window for all buttons', async () => {
    await page.click('obolus-button');
    await until(async () => (await page.windows()).length);
    await page.send('Page.bringToFront');
    await page.click('obolus-button[compact]');
    await until(async () => (await page.windows())[0]?.url.includes('rye'));

    assert.equal((await page.windows()).length, 1);
  });

  for (const key of ['Enter', ' '] as const) {
    it(`opens with ${key === ' ' ? 'Space' : key}`, async () => {
      await page.press('Tab');
      await page.press(key);

      await until(async () => (await page.windows()).length);
      assert.equal(await page.see('scrollY'), 0);
    });
  }

  it('shows that it has the focus', async () => {
    await page.press('Tab');

    assert.equal(await page.see('getComputedStyle(within("a")).outline'), 'rgb(29, 107, 70) solid 2px');
  });

  it('is a plain link when windows are not allowed', async () => {
    await page.see('void (window.open = () => null)');

    await page.click('obolus-button');

    await until(() => page.see('location.pathname === "/submit/auto"'));
    assert.equal(await page.see('new URLSearchParams(location.search).has("popout")'), false);
  });

  it('leaves it to readers who hold a key where the link opens', async () => {
    await page.see(`void (window.open = () => window.opened = true)`);

    await page.click('obolus-button', 2);

    assert.equal(await page.see('window.opened ?? false'), false);
  });

  it('says what it is, how many there were, and what a click does', async () => {
    const seen = await count();

    const { nodes } = await page.send<{ nodes: { role?: { value: string }; name?: { value: string } }[] }>(
      'Accessibility.getFullAXTree',
    );
    const links = nodes.filter(({ role }) => role?.value === 'link').map(({ name }) => name?.value);

    assert.equal(links[0], `Flattr How to bake bread, ${seen} Flattrs, opens a small window`);
    assert.equal(links.length, 5);
  });
});
