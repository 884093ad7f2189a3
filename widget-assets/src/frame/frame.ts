import { ask, Refused, type State } from './api.js';
import { Connection } from './connection.js';
import { listenToWindows } from './greeting.js';
import { listenToHost, tell } from './host.js';
import { Panel } from './panel.js';
import { placeIn } from './place.js';
import { Watch } from './sight.js';
import { actionsAfter, sentenceOf } from './sentences.js';
import { openWindow } from './popup.js';
import { FrameFace } from './face.js';
import { say } from './words.js';

const place = placeIn(location.search);
const connection = new Connection(place.site);
const face = new FrameFace(place, place.title);
const panel = new Panel(place.site, say(place.language, 'close'), () => face.focus());
const watch = new Watch(face.button);
let state: State | undefined;
let busy = false;

/** Shows what the server says, and tells the page around how often the thing was flattred. */
function show(next: State, news?: 'given' | 'undone'): void {
  state = next;
  face.show(next);
  if (news) {
    tell(place.site, { obolus: news, flattrs: next.flattrs });
  }
}

/** Nobody has connected this site in this browser: the button works all the same, in its window. */
function disconnected(): void {
  state = undefined;
  face.showStranger();
  tell(place.site, { obolus: 'connected', connected: false });
}

async function look(): Promise<void> {
  const token = await connection.token();
  if (!token) {
    disconnected();
    return;
  }
  const where = new URLSearchParams({ site: place.site, url: place.url });
  show(await ask<State>(`state?${where}`, token));
  tell(place.site, { obolus: 'connected', connected: true });
}

async function send(verb: 'flattr' | 'undo', seen: boolean): Promise<State> {
  return ask<State>(verb, await connection.token(), { url: place.url, site: place.site, seen });
}

async function give(seen: boolean): Promise<void> {
  const wasGiven = state?.state === 'flattred';
  show(await send('flattr', seen), wasGiven ? undefined : 'given');
  explain();
}

async function undo(): Promise<void> {
  show(await send('undo', false), 'undone');
  panel.say(say(place.language, 'undone'));
}

/** Says where the button stands, with what can be done now. */
function explain(): void {
  if (state) {
    panel.say(sentenceOf(state, place.language), actionsAfter(state, place, { undo: () => void tried(undo) }));
  }
}

/** Whatever goes wrong ends in a sentence. */
async function tried(deed: () => Promise<void>): Promise<void> {
  if (busy) {
    return;
  }
  busy = true;
  face.wait(true);
  try {
    await deed();
  } catch (failure) {
    await failed(failure, deed);
  } finally {
    busy = false;
    face.wait(false);
  }
}

async function failed(failure: unknown, deed: () => Promise<void>): Promise<void> {
  const reason = failure instanceof Refused ? failure.reason : 'error';
  const inWindow = { name: say(place.language, 'window'), run: () => void openWindow(place) };
  if (reason === 'not_connected' || reason === 'unauthorized') {
    await connection.forget();
    disconnected();
    openWindow(place) ?? panel.say(say(place.language, 'confirm'), [inWindow]);
  } else if (reason === 'confirm_in_window' || reason === 'foreign_site') {
    openWindow(place) ?? panel.say(say(place.language, 'confirm'), [inWindow]);
  } else if (reason === 'offline' || reason === 'error') {
    panel.say(say(place.language, reason), [{ name: say(place.language, 'again'), run: () => void tried(deed) }]);
  } else {
    panel.say((failure as Refused).message, [inWindow]);
    await look();
  }
}

function press(click: MouseEvent): void {
  click.preventDefault();
  const sight = watch.judge(click);
  if (state?.state === 'ready' && sight !== 'unseen') {
    void tried(() => give(sight === 'seen'));
  } else if (state && ['flattred', 'own', 'opted_out', 'gone'].includes(state.state)) {
    panel.isOpen ? panel.close() : explain();
  } else if (!openWindow(place)) {
    panel.say(say(place.language, 'confirm'), [{ name: say(place.language, 'window'), run: () => void openWindow(place) }]);
  }
}

/** What happened in the window is shown here, and told the page when it is news. */
function markFromWindow(flattred: boolean, flattrs: number): void {
  if (flattred !== (face.button.ariaPressed === 'true')) {
    tell(place.site, { obolus: flattred ? 'given' : 'undone', flattrs });
  }
  face.mark(flattred, flattrs);
  void tried(look);
}

/** Only right inside the page that it is for: not in a frame of that page, and not by itself. */
function isAtItsPlace(): boolean {
  return parent !== window && parent === top && place.site !== '' && place.url !== '';
}

if (isAtItsPlace()) {
  face.button.addEventListener('click', press);
  listenToHost(place.site, { count: (flattrs) => face.count(flattrs), place: (dark) => face.blend(dark) });
  listenToWindows(place, connection, {
    state: markFromWindow,
    connected: () => void tried(look),
  });
  tell(place.site, { obolus: 'ready' });
  void tried(look);
}
