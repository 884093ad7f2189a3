// Serves the pages of a site with buttons to one browser, which goes from page to page and says when it had all numbers.
// usage: node bench/button.mjs SERVER BROWSER TURNS; prints a line for each page: buttons, milliseconds, requests.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [server, browser, turns] = process.argv.slice(2);
const WARM_UP = 5;
const SIZES = [1, 50];
const last = SIZES.length * (Number(turns) + WARM_UP);

/** Runs in the page: waits for the last number, and goes on to the next page. */
async function measure(page) {
  await customElements.whenDefined('flattr-button');
  const waiting = new Set(document.querySelectorAll('flattr-button'));
  while (![...waiting].every((button) => button.shadowRoot)) {
    await new Promise(requestAnimationFrame);
  }
  const done = async () => {
    const milliseconds = performance.now();
    const requests = performance.getEntriesByType('resource').length;
    await fetch('/seen', { method: 'POST', body: JSON.stringify({ page, milliseconds, requests }) });
    location.replace(`/page/${page + 1}`);
  };
  const look = (button) => {
    if (/\d/.test(button.shadowRoot.querySelector('.count').textContent) && waiting.delete(button) && !waiting.size) {
      done();
    }
  };
  for (const button of [...waiting]) {
    const observed = { childList: true, subtree: true, characterData: true };
    new MutationObserver(() => look(button)).observe(button.shadowRoot, observed);
    look(button);
  }
}

/** Every page has a script and things of its own, so that nothing comes out of the browser's cache. */
function written(page) {
  const buttons = Array.from({ length: SIZES[page % SIZES.length] }, (_, n) => {
    const url = `https://bench.example/posts/${page * 50 + n + 1}`;
    return `<p>A post<br><flattr-button href="${url}"><a href="${server}/submit/auto?url=${url}">Flattr this</a></flattr-button>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Posts</title><link rel="icon" href="data:,">
<script async src="${server}/button.js?page=${page}"></script>
<script type="module">(${measure})(${page})</script>${buttons.join('\n')}`;
}

const site = createServer(async (request, response) => {
  if (request.url === '/seen') {
    let body = '';
    for await (const part of request) body += part;
    const { page, milliseconds, requests } = JSON.parse(body);
    if (page >= SIZES.length * WARM_UP) console.log(SIZES[page % SIZES.length], milliseconds.toFixed(1), requests);
    response.end();
    if (page + 1 === last) running.kill();
  } else {
    response.setHeader('Content-Type', 'text/html');
    response.end(written(Number(request.url.replace(/\D/g, ''))));
  }
});

await new Promise((listening) => site.listen(0, '127.0.0.1', listening));
const profile = await mkdtemp(join(tmpdir(), 'obolus-bench-browser.'));
const running = spawn(
  browser,
  ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`, `http://blog.localhost:${site.address().port}/page/0`],
  { stdio: 'ignore' },
);
running.on('exit', async () => {
  site.close();
  site.closeAllConnections();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
