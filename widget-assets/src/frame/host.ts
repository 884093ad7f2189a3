/** What a frame tells the page around it; that page learns nothing about who its reader is. */
type Told =
  | { readonly obolus: 'ready' }
  | { readonly obolus: 'connected'; readonly connected: boolean }
  | { readonly obolus: 'given' | 'undone'; readonly flattrs: number }
  | { readonly obolus: 'room'; readonly width: number; readonly height: number };

interface Heard {
  count(flattrs: number): void;
  place(dark: boolean): void;
}

// As long as the page around waits for a frame.
const PATIENCE = 8000;
const AGAIN = 250;

export function tell(site: string, told: Told): void {
  parent.postMessage(told, site);
}

/**
 * Says that the frame is ready, until the page around has answered: what a frame says while its page opens a window gets
 * lost in Chromium now and then, and without its word the frame is taken away.
 */
export function introduce(site: string): void {
  let left = PATIENCE / AGAIN;
  const timer = setInterval(() => (--left ? tell(site, { obolus: 'ready' }) : clearInterval(timer)), AGAIN);
  addEventListener('message', ({ source }) => source === parent && clearInterval(timer));
  tell(site, { obolus: 'ready' });
}

/** The page around may say how often the thing was flattred and whether it is dark; whatever else it says is ignored. */
export function listenToHost(site: string, heard: Heard): void {
  addEventListener('message', ({ origin, source, data }: MessageEvent<Record<string, unknown> | null>) => {
    if (origin !== site || source !== parent || !data) {
      return;
    }
    const { obolus, flattrs, dark } = data;
    if (obolus === 'count' && Number.isSafeInteger(flattrs)) {
      heard.count(flattrs as number);
    } else if (obolus === 'place') {
      heard.place(dark === true);
    }
  });
}
