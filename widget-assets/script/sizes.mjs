// Fails when what a page loads before a click has grown larger than pages were promised, as brotli packs it.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const AT_MOST = { 'button.js': 4000, 'js/0.6/load.js': 4000, 'counts.js': 1000, 'button-frame.js': 12000 };
const folder = new URL('../target/classes/META-INF/resources/', import.meta.url);

for (const [name, most] of Object.entries(AT_MOST)) {
  const script = readFileSync(new URL(name, folder));
  const { length } = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  console.log(`${name}: ${length} bytes in brotli, at most ${most}`);
  if (length > most) {
    process.exitCode = 1;
  }
}
