import { wishOf } from './anchor.js';
import { answers, questions, type Question } from './counts.js';
import { ObolusButton } from './element.js';
import { serverOf } from './server.js';

const TAG = 'obolus-button';

function main(): void {
  const loader = document.currentScript ?? document.querySelector('script[src*="/button.js"]');
  const server = serverOf(loader as HTMLScriptElement, document.baseURI);
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', () => start(server));
  } else {
    start(server);
  }
}

function start(server: string): void {
  // A page may carry the script twice; the second one draws what the first one did not see.
  customElements.get(TAG) ?? customElements.define(TAG, ObolusButton);
  const buttons: ObolusButton[] = [];
  document.querySelectorAll<HTMLAnchorElement>(`a.FlattrButton:not(${TAG} *)`).forEach((anchor) => {
    const wish = wishOf(anchor);
    if (wish) {
      const button = around(anchor);
      button.draw(wish, server);
      buttons.push(button);
    }
  });
  blend(buttons);
  const urls = new Set(buttons.map((button) => button.url));
  questions(server, urls).forEach((question) => count(question, buttons));
}

/** The page's own link stays in the page, inside the button that is drawn in its place. */
function around(anchor: HTMLAnchorElement): ObolusButton {
  const button = document.createElement(TAG) as ObolusButton;
  anchor.replaceWith(button);
  button.append(anchor);
  return button;
}

/** Style sheets may arrive later than this script, and a page may follow the reader's day and night. */
function blend(buttons: readonly ObolusButton[]): void {
  const again = () => buttons.forEach((button) => button.blend());
  again();
  addEventListener('load', again);
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', again);
}

function count(question: Question, all: readonly ObolusButton[]): void {
  const buttons = all.filter(({ url }) => question.urls.includes(url));
  let asked = 0;
  const ask = async (cache: RequestCache) => {
    const turn = ++asked;
    const counts = new Map(await answers(question, cache));
    // A slow answer must not overwrite a later one.
    if (turn === asked) {
      buttons.forEach((button) => button.show(counts.get(button.url), turn > 1));
    }
  };
  const again = () => void ask('reload');
  buttons.forEach((button) => button.addEventListener('obolus-return', again));
  addEventListener('pageshow', (shown) => shown.persisted && again());
  void ask('default');
}

main();
