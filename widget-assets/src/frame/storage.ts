/** What a connected frame keeps on a site: a key that cannot leave this storage, and the handle that it renews. */
export interface Kept {
  readonly keys: CryptoKeyPair;
  readonly handle: string;
  /** The one that is to follow; asked for, and not yet known to be granted. */
  readonly next?: string;
}

const STORE = 'connections';

/** Where the browser lets frames keep nothing, a connection lasts as long as the page. */
const forAsLongAsThePage = new Map<string, Kept>();

/** By site: the storage of a frame is shared by all origins of one registrable domain. */
export async function read(site: string): Promise<Kept | undefined> {
  return forAsLongAsThePage.get(site) ?? (await run('readonly', (store) => store.get(site)).catch(() => undefined));
}

export async function write(site: string, kept: Kept): Promise<void> {
  await run('readwrite', (store) => store.put(kept, site)).catch(() => forAsLongAsThePage.set(site, kept));
}

export async function forget(site: string): Promise<void> {
  forAsLongAsThePage.delete(site);
  await run('readwrite', (store) => store.delete(site)).catch(() => undefined);
}

/** One frame of the site at a time, where the browser tells frames of each other. */
export async function alone(site: string, work: () => Promise<void>): Promise<void> {
  let isBegun = false;
  const begun = () => {
    isBegun = true;
    return work();
  };
  try {
    await navigator.locks.request(`obolus ${site}`, begun);
  } catch (failure) {
    if (isBegun) {
      throw failure;
    }
    await work();
  }
}

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open('obolus', 1);
  // Looking alone leaves nothing behind in the browser of a stranger.
  opening.onupgradeneeded = () =>
    mode === 'readwrite' ? opening.result.createObjectStore(STORE) : opening.transaction?.abort();
  const database = await done(opening);
  try {
    return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
