import { actionsAfter, lengths, monthsAddress, type Deeds } from './actions.js';
import { ask, Refused, type State } from './api.js';
import { Connection } from './connection.js';
import { FrameFace } from './face.js';
import { listenToWindows } from './greeting.js';
import { listenToHost, tell } from './host.js';
import { Panel, type Action } from './panel.js';
import type { Place } from './place.js';
import { openWindow } from './popup.js';
import { sentenceOf } from './sentences.js';
import { Watch } from './sight.js';
import { say, type Word } from './words.js';

const ASK_IN_WINDOW = ['confirm_in_window', 'foreign_site'];
const NOBODY = ['not_connected', 'unauthorized'];
const ONLY_A_SENTENCE = ['flattred', 'own', 'opted_out', 'gone'];

/** The button inside a page of another site: what a press does there, and what is said of it. */
export class FrameButton {
  readonly #connection: Connection;
  readonly #face: FrameFace;
  readonly #panel: Panel;
  readonly #watch: Watch;
  #state: State | undefined;
  #isBusy = false;
  readonly #deeds: Deeds = {
    undo: () => void this.#tried(() => this.#undo()),
    chooseMonths: () => this.#chooseMonths(),
    pause: () => void this.#tried(() => this.#repeat('subscription/pause')),
    resume: (click) => this.#goOn(click, 'subscription/resume'),
    stop: () => void this.#tried(() => this.#repeat('subscription/stop')),
  };

  constructor(private readonly place: Place) {
    this.#connection = new Connection(place.site);
    this.#face = new FrameFace(place, place.title);
    this.#panel = new Panel(place.site, this.#say('close'), () => this.#face.focus());
    this.#watch = new Watch(this.#face.button);
  }

  start(): void {
    const { place } = this;
    const { button } = this.#face;
    button.addEventListener('click', (click) => this.#press(click));
    // Browsers press buttons with the space bar too, but this one is a link to them.
    button.addEventListener('keydown', (key) => {
      if (key.key === ' ') {
        key.preventDefault();
        key.repeat || this.#press(key);
      }
    });
    listenToHost(place.site, {
      count: (flattrs) => this.#face.count(flattrs),
      place: (dark) => this.#face.blend(dark),
    });
    listenToWindows(place, this.#connection, {
      state: (flattred, flattrs) => this.#mark(flattred, flattrs),
      connected: () => this.#lookByItself(),
    });
    tell(place.site, { obolus: 'ready' });
    this.#lookByItself();
  }

  #press(press: UIEvent): void {
    press.preventDefault();
    const sight = this.#watch.judge(press);
    if (this.#state?.state === 'ready' && sight !== 'unseen') {
      void this.#tried(() => this.#give(sight === 'seen'));
    } else if (this.#state && ONLY_A_SENTENCE.includes(this.#state.state)) {
      this.#panel.isOpen ? this.#panel.close() : this.#explain();
    } else if (press.isTrusted) {
      this.#askInWindow();
    }
  }

  /** Asks the server where the button stands for whoever has connected this site. */
  async #look(): Promise<void> {
    const token = await this.#connection.token();
    if (!token) {
      this.#showStranger();
      return;
    }
    const where = new URLSearchParams({ site: this.place.site, url: this.place.url });
    this.#show(await ask<State>(`state?${where}`, token));
    tell(this.place.site, { obolus: 'connected', connected: true });
  }

  async #give(seen: boolean): Promise<void> {
    this.#show(await this.#send('flattr', { seen }), 'given');
    this.#explain();
  }

  async #undo(): Promise<void> {
    this.#show(await this.#send('undo'), 'undone');
    this.#panel.say(this.#say('undone'));
  }

  #chooseMonths(): void {
    const choices = lengths(this.place.language, (click, months) => this.#goOn(click, 'subscription', months));
    this.#panel.say(this.#say('howLong'), choices);
  }

  /** What makes more flattrs has to be seen; elsewhere it is chosen on our own page. */
  #goOn(click: MouseEvent, verb: 'subscription' | 'subscription/resume', months: number | null = null): void {
    if (this.#panel.judge(click) === 'seen') {
      void this.#tried(() => this.#repeat(verb, { seen: true, months }));
    } else if (this.#state) {
      this.#panel.say(this.#say('confirm'), [{ name: this.#say('window'), address: monthsAddress(this.#state) }]);
    }
  }

  async #repeat(verb: string, more: object = {}): Promise<void> {
    const wasFlattred = this.#state?.state === 'flattred';
    const state = await this.#send(verb, more);
    this.#show(state, state.state === 'flattred' && !wasFlattred ? 'given' : undefined);
    this.#explain();
  }

  async #send(verb: string, more: object = {}): Promise<State> {
    const { url, site } = this.place;
    return ask<State>(verb, await this.#connection.token(), { url, site, ...more });
  }

  /** Shows what the server says, and tells the page around how often the thing was flattred. */
  #show(state: State, news?: 'given' | 'undone'): void {
    this.#state = state;
    this.#face.show(state);
    if (news) {
      tell(this.place.site, { obolus: news, flattrs: state.flattrs });
    }
  }

  /** Nobody has connected this site in this browser: the button works all the same, in its window. */
  #showStranger(): void {
    this.#state = undefined;
    this.#face.showStranger();
    tell(this.place.site, { obolus: 'connected', connected: false });
  }

  /** What happened in the window is shown here, and told the page when it is news. */
  #mark(flattred: boolean, flattrs: number): void {
    if (flattred !== this.#face.isPressed) {
      tell(this.place.site, { obolus: flattred ? 'given' : 'undone', flattrs });
    }
    this.#face.mark(flattred, flattrs);
    if (this.#state) {
      this.#lookByItself();
    }
  }

  /** Says where the button stands, with what can be done now. */
  #explain(): void {
    if (this.#state) {
      this.#panel.say(sentenceOf(this.#state, this.place.language), actionsAfter(this.#state, this.place, this.#deeds));
    }
  }

  /** Before anybody has pressed nothing opens, whatever goes wrong; a press still leads to the window. */
  #lookByItself(): void {
    void this.#tried(
      () => this.#look(),
      async ({ reason }) => {
        if (NOBODY.includes(reason)) {
          await this.#connection.forget();
          this.#showStranger();
        } else {
          this.#face.button.title = this.#say(reason === 'offline' || reason === 'error' ? reason : 'connect');
        }
      },
    );
  }

  /** One thing at a time; whatever goes wrong ends in a sentence. */
  async #tried(
    deed: () => Promise<void>,
    failed = (refused: Refused): Promise<void> => this.#failed(refused, deed),
  ): Promise<void> {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    this.#face.wait(true);
    try {
      await deed();
    } catch (failure) {
      await failed(failure instanceof Refused ? failure : new Refused('error'));
    } finally {
      this.#isBusy = false;
      this.#face.wait(false);
    }
  }

  async #failed({ reason, message }: Refused, deed: () => Promise<void>): Promise<void> {
    if (NOBODY.includes(reason)) {
      await this.#connection.forget();
      this.#showStranger();
      this.#askInWindow();
    } else if (ASK_IN_WINDOW.includes(reason)) {
      this.#askInWindow();
    } else if (reason === 'offline' || reason === 'error') {
      this.#panel.say(this.#say(reason), [{ name: this.#say('again'), run: () => void this.#tried(deed) }]);
    } else {
      this.#panel.say(message, [this.#window()]);
      await this.#look();
    }
  }

  #askInWindow(): void {
    openWindow(this.place) ?? this.#panel.say(this.#say('confirm'), [this.#window()]);
  }

  #window(): Action {
    return { name: this.#say('window'), run: () => void openWindow(this.place) };
  }

  #say(word: Word): string {
    return say(this.place.language, word);
  }
}
