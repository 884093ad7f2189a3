import type { Thing } from './markup.js';

/** The part of a script element that tells where its server is. */
export interface Loader {
  readonly src: string;
  readonly dataset: { readonly server?: string };
}

/** The server's address, with a slash at its end: `data-server`, or the folder that the script came from. */
export function serverOf(loader: Loader, page: string): string {
  return new URL(loader.dataset.server || '.', loader.src || page).href.replace(/\/*$/, '/');
}

/** Where the thing can be flattred, and is registered when it is not yet known. */
export function submitAddress(server: string, thing: Thing): string {
  const said = Object.entries(thing).filter(([, value]) => value);
  return `${server}submit/auto?${new URLSearchParams(said)}`;
}
