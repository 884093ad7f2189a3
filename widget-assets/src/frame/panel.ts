import { tell } from './host.js';
import { Watch, type Sight } from './sight.js';

const WIDTH = 280;

/** One thing that can be done from the panel: a press, or a plain link to elsewhere; with neither what those after it are for. */
export interface Action {
  readonly name: string;
  readonly run?: (click: MouseEvent) => void;
  readonly address?: string;
  /** After so many milliseconds it is offered no longer. */
  readonly until?: number;
}

/** The sentence that opens below the button, with what can be done about it. */
export class Panel {
  readonly #element = document.createElement('section');
  readonly #sentence = document.createElement('p');
  readonly #actions = document.createElement('p');
  readonly #close = document.createElement('button');
  readonly #watch = new Watch(this.#element);

  constructor(
    private readonly site: string,
    closeName: string,
    private readonly closed: () => void,
  ) {
    this.#element.hidden = true;
    this.#sentence.setAttribute('role', 'status');
    this.#actions.className = 'actions';
    this.#close.className = 'close';
    this.#close.ariaLabel = closeName;
    this.#close.textContent = '×';
    this.#close.onclick = () => this.close();
    this.#element.append(this.#close, this.#sentence, this.#actions);
    document.body.append(this.#element);
    addEventListener('keydown', (press) => press.key === 'Escape' && this.isOpen && this.close());
  }

  get isOpen(): boolean {
    return !this.#element.hidden;
  }

  say(sentence: string, actions: readonly Action[] = []): void {
    const hadFocus = this.#element.contains(document.activeElement);
    this.#element.hidden = false;
    this.#sentence.textContent = sentence;
    this.#actions.replaceChildren(...actions.map(drawn));
    if (hadFocus) {
      ((this.#actions.firstElementChild as HTMLElement | null) ?? this.#close).focus();
    }
    this.#watch.renew();
    this.#makeRoom();
  }

  /** What to make of a press on one of its actions. */
  judge(click: MouseEvent): Sight {
    return this.#watch.judge(click);
  }

  close(): void {
    this.#element.hidden = true;
    tell(this.site, { obolus: 'room', width: 0, height: 0 });
    this.closed();
  }

  /** The page around decides how much it gives. */
  #makeRoom(): void {
    const { bottom } = this.#element.getBoundingClientRect();
    tell(this.site, { obolus: 'room', width: WIDTH, height: Math.ceil(bottom) + 8 });
  }
}

function drawn({ name, run, address, until }: Action): HTMLElement {
  const element = address ? link(address) : document.createElement(run ? 'button' : 'span');
  element.textContent = name;
  if (run) {
    element.onclick = run;
  }
  if (until) {
    setTimeout(() => takeAway(element), until);
  }
  return element;
}

/** Whoever is just there goes on from the next one. */
function takeAway(element: HTMLElement): void {
  const next = element.nextElementSibling as HTMLElement | null;
  const hadFocus = element === document.activeElement;
  element.remove();
  hadFocus && next?.focus();
}

function link(address: string): HTMLElement {
  const element = document.createElement('a');
  element.href = address;
  element.target = '_blank';
  element.rel = 'noopener noreferrer';
  return element;
}
