import { actionsAfter, lengths, monthsAddress, type Deeds } from './actions.js';
import { ask, Refused, type State } from './api.js';
import { Connection } from './connection.js';
import { FrameFace } from './face.js';
import { listenToWindows } from './greeting.js';
import { introduce, listenToHost, tell } from './host.js';
import { Panel, type Action } from './panel.js';
import type { Place } from './place.js';
import { openWindow } from './popup.js';
import { sentenceOf } from './sentences.js';
import { Watch } from './sight.js';
import { Turns } from './turns.js';
import { say, type Word } from './words.js';

/** Something that a press asks for; tried again it has to be seen again. */
type Deed = (seen: boolean) => Promise<void>;

const ASK_IN_WINDOW = ['confirm_in_window', 'foreign_site'];
const NOBODY = ['not_connected', 'unauthorized'];
const ONLY_A_SENTENCE = ['flattred', 'own', 'opted_out', 'gone'];

/** The button inside a page of another site: what a press does there, and what is said of it. */
export class FrameButton {
  readonly #connection: Connection;
  readonly #face: FrameFace;
  readonly #panel: Panel;
  readonly #watch: Watch;
  readonly #turns = new Turns((isBusy) => this.#face.wait(isBusy));
  #state: State | undefined;
  readonly #deeds: Deeds = {
    undo: () => this.#try(() => this.#undo()),
    chooseMonths: () => this.#chooseMonths(),
    pause: () => this.#try(() => this.#repeat('subscription/pause')),
    resume: (click) => this.#goOn(click, 'subscription/resume'),
    stop: () => this.#try(() => this.#repeat('subscription/stop')),
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
    addEventListener('focus', () => this.#beGivenFocus());
    listenToHost(place.site, {
      count: (flattrs) => this.#face.count(flattrs),
      place: (dark) => this.#face.blend(dark),
    });
    listenToWindows(place, this.#connection, {
      state: (flattred, flattrs, isNews) => this.#mark(flattred, flattrs, isNews),
      connected: () => this.#lookByItself(),
    });
    introduce(place.site);
    this.#lookByItself();
  }

  /** Who comes by the keyboard has left the loader's link for the frame, and means the button in it. */
  #beGivenFocus(): void {
    this.#watch.giveFocus();
    setTimeout(() => document.activeElement === document.body && this.#face.focus());
  }

  #press(press: UIEvent): void {
    press.preventDefault();
    const sight = this.#watch.judge(press);
    const mayBeReady = this.#state ? this.#isReady() : this.#turns.isLooking;
    if (mayBeReady && sight !== 'unseen') {
      this.#try((seen) => this.#give(seen), sight === 'seen');
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

  /** Where the press had to wait for a look, that may have shown something else. */
  async #give(seen: boolean): Promise<void> {
    if (!this.#state) {
      await this.#look();
    }
    if (this.#isReady()) {
      this.#show(await this.#send('flattr', { seen }), 'given');
    }
    this.#state ? this.#explain() : this.#askInWindow();
  }

  #isReady(): boolean {
    return this.#state?.state === 'ready';
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
      this.#try((seen) => this.#repeat(verb, { seen, months }), true);
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

  /**
   * What the window shows is shown here too. The page around is told only of what happened in that window: whether its
   * reader has flattred it before is not its business.
   */
  #mark(flattred: boolean, flattrs: number, isNews: boolean): void {
    if (isNews) {
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
    this.#turns.look(async () => {
      try {
        await this.#look();
      } catch (failure) {
        const reason = reasonOf(failure);
        if (NOBODY.includes(reason)) {
          await this.#forget();
        } else if (isUnreached(reason)) {
          this.#face.showFailure(reason, this.#say(reason));
        } else {
          this.#face.showStranger();
        }
      }
    });
  }

  /** Whatever goes wrong ends in a sentence. */
  #try(deed: Deed, seen = false): void {
    this.#turns.act(async () => {
      try {
        await deed(seen);
      } catch (failure) {
        await this.#failed(reasonOf(failure), deed).catch((another) => this.#sayFailure(reasonOf(another), deed));
      }
    });
  }

  async #failed(reason: string, deed: Deed): Promise<void> {
    if (NOBODY.includes(reason)) {
      await this.#forget();
      this.#askInWindow();
    } else if (ASK_IN_WINDOW.includes(reason)) {
      this.#askInWindow();
    } else if (isUnreached(reason)) {
      this.#sayFailure(reason, deed);
    } else {
      await this.#explainRefusal();
    }
  }

  async #forget(): Promise<void> {
    await this.#connection.forget();
    this.#showStranger();
  }

  /** What is in the way is seen by looking again, and said in the page's language. */
  async #explainRefusal(): Promise<void> {
    await this.#look();
    if (this.#isReady()) {
      this.#panel.say(this.#say('refused'), [this.#window()]);
    } else {
      this.#explain();
    }
  }

  /** It may have been done, and only the answer was lost; to do it twice is to do it once. */
  #sayFailure(reason: string, deed: Deed): void {
    const isOffline = reason === 'offline';
    this.#face.showFailure(isOffline ? 'offline' : 'error', this.#say(isOffline ? 'offline' : 'error'));
    this.#panel.say(this.#say(isOffline ? 'offline' : 'unsure'), [
      { name: this.#say('again'), run: (click) => this.#tryAgain(click, deed) },
    ]);
  }

  #tryAgain(click: MouseEvent, deed: Deed): void {
    const sight = this.#panel.judge(click);
    if (sight === 'unseen') {
      this.#askInWindow();
    } else {
      this.#try(deed, sight === 'seen');
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

function reasonOf(failure: unknown): string {
  return failure instanceof Refused ? failure.reason : 'error';
}

/** Whether the server said nothing about it. */
function isUnreached(reason: string): reason is 'offline' | 'error' {
  return reason === 'offline' || reason === 'error';
}
