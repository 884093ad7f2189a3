import { answers, questions } from './counts.js';
import { counter } from './here.js';

/** What a button of the page does when something concerns it. */
export interface Button {
  readonly url: string;
  /** Shows the number, if it is known. */
  show(): void;
  /** Takes on the colours that fit what lies behind it. */
  blend(): void;
  hear(message: MessageEvent): void;
  /** Lets the frame come. */
  mount(): void;
}

/** Those that stand in the page now. */
export const buttons = new Map<Element, Button>();

/** The numbers that are known. */
export const numbers = new Map<string, number>();

const wanted = new Set<string>();
const asked = new Map<string, object>();

/** Asks for the number of a thing, in one question with all that are wanted in the same moment. */
export function want(url: string): void {
  wanted.size || queueMicrotask(ask);
  wanted.add(url);
}

function ask(): void {
  const turn = {};
  wanted.forEach((url) => asked.set(url, turn));
  questions(counter, wanted).forEach(async (question) => {
    for (const { url, flattrs } of await answers(question)) {
      // A slow answer must not overwrite a later one.
      asked.get(url) === turn && know(url, flattrs);
    }
  });
  wanted.clear();
}

/** Shows the number in all buttons of the thing. */
export function know(url: string, flattrs: number): void {
  asked.delete(url);
  numbers.set(url, flattrs);
  buttons.forEach((button) => button.url === url && button.show());
}

/** Lets the frames of buttons come that are near the view. */
export const near = new IntersectionObserver(
  (seen) => seen.forEach(({ isIntersecting, target }) => isIntersecting && buttons.get(target)?.mount()),
  { rootMargin: '200px' },
);

/** Passes on what concerns all buttons. */
export function listen(): void {
  const blend = () => buttons.forEach((button) => button.blend());
  addEventListener('message', (message) => buttons.forEach((button) => button.hear(message)));
  // Style sheets may arrive later than this script, and a page may follow the reader's day and night or have its own.
  addEventListener('load', blend);
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', blend);
  new MutationObserver(blend).observe(document.documentElement, { attributes: true });
}
