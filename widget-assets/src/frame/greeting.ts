import type { Connection } from './connection.js';
import type { Place } from './place.js';

/** What our own windows tell a frame. */
interface Said {
  readonly obolus?: string;
  readonly code?: string;
  readonly url?: string;
  readonly flattred?: boolean;
  readonly flattrs?: number;
}

interface Told {
  /** The window has shown whether its person has flattred this, and whether that has changed in this very window. */
  state(flattred: boolean, flattrs: number, isNews: boolean): void;
  connected(): void;
}

/**
 * Talks with the windows of our own origin and with nobody else: they greet, the frame answers with its challenge, and
 * the code that comes back is of use to this frame only.
 */
export function listenToWindows(place: Place, connection: Connection, told: Told): void {
  let greeted: MessageEventSource | null = null;
  const before = new WeakMap<object, boolean>();
  addEventListener('message', async ({ origin, source, data }: MessageEvent<Said>) => {
    if (origin !== location.origin || !source || !isWindow(source)) {
      return;
    }
    if (data?.obolus === 'hello') {
      greeted = source;
      const challenge = await connection.challenge();
      source.postMessage({ obolus: 'challenge', challenge, site: place.site, url: place.url }, location.origin);
    } else if (data?.obolus === 'state' && data.url === place.url) {
      const flattred = data.flattred === true;
      told.state(flattred, Number(data.flattrs), flattred !== (before.get(source) ?? flattred));
      before.set(source, flattred);
    } else if (data?.obolus === 'code' && source === greeted && typeof data.code === 'string') {
      greeted = null;
      const isDone = await connection.redeem(data.code).then(
        () => true,
        () => false,
      );
      source.postMessage({ obolus: isDone ? 'connected' : 'failed' }, location.origin);
      isDone && told.connected();
    }
  });
}

/** A frame of our own origin, which some page has put there, is no window of ours. */
function isWindow(source: MessageEventSource): source is Window {
  return 'top' in source && source.top === source;
}
