import type { Thing } from './thing.js';

/** The part of a script element that tells where its server is. */
export interface Loader {
  readonly src: string;
  readonly dataset: { readonly server?: string };
}

// The place of Flattr's loader.
const BELOW = /js\/0\.6\/load\.js.*/s;

/** The server's address, with a slash at its end: `data-server`, or where the script came from. */
export function serverOf(loader: Loader, page: string): string {
  return new URL(loader.dataset.server || '.', loader.src.replace(BELOW, '') || page).href.replace(/\/*$/, '/');
}

/** Where the thing can be flattred, and is registered when it is not yet known. */
export function submitAddress(server: string, thing: Thing): string {
  return `${server}submit/auto?${parameters(thing)}`;
}

/** A thing, and how its frame looks where it stands. */
export interface Place extends Thing {
  readonly site: string;
  readonly layout: string;
  readonly lang: string;
  readonly dark: '0' | '1';
}

/** The frame in which the thing can be flattred at once. */
export function frameAddress(server: string, place: Place): string {
  return `${server}button/frame?${parameters(place)}`;
}

/** What is not said is left out. */
function parameters(said: object): URLSearchParams {
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value));
}
