// Serves the demo pages and the built scripts, and plays the Obolus server: a flattr in the window or frame counts one more.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, '../target/classes/META-INF/resources');
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const given = new Map();

const flattrs = (url) => (given.get(url) ?? 0) + ([...url].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % 60);

function counts(query, response) {
  const answer = query.getAll('url').map((url) => ({ url, flattrs: flattrs(url), supporters: flattrs(url) }));
  response.writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' });
  response.end(JSON.stringify({ counts: answer }));
}

function submit(query, response) {
  const url = query.get('url');
  given.set(url, (given.get(url) ?? 0) + 1);
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`Flattred. Close this window.\n\n${[...query].map(([name, value]) => `${name}: ${value}`).join('\n')}`);
}

function give(query, response) {
  const url = query.get('url');
  given.set(url, (given.get(url) ?? 0) + Number(query.get('by')));
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ flattrs: flattrs(url) }));
}

/** The frame lies beside the demo pages, the scripts where Maven puts them. */
function whereIs(path) {
  if (path === '/button/frame') {
    return join(here, 'frame.html');
  }
  return path.endsWith('.js') ? join(built, normalize(path)) : join(here, normalize(path === '/' ? '/index.html' : path));
}

async function file(path, response) {
  const name = whereIs(path);
  try {
    const content = await readFile(name);
    response.writeHead(200, {
      'Content-Type': `${types[extname(name)] ?? 'text/plain'}; charset=utf-8`,
      ...(name.endsWith('coop.html') ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {}),
    });
    response.end(content);
  } catch {
    response.writeHead(404).end('There is no such page.');
  }
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/counts') {
    counts(searchParams, response);
  } else if (pathname === '/submit/auto') {
    submit(searchParams, response);
  } else if (pathname === '/give') {
    give(searchParams, response);
  } else {
    file(pathname, response);
  }
});

server.listen(Number(process.env.PORT ?? 8090), '127.0.0.1', () =>
  console.log(`Demo pages: http://127.0.0.1:${server.address().port}/`),
);
