const LONG_ENOUGH = 500;
const A_LITTLE = 2;

/** Whether a press may be taken at its word: the button was in sight, nobody can tell, or it was not. */
export type Sight = 'seen' | 'unknown' | 'unseen';

interface SightEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/**
 * Watches how long the button has been whole, opaque, uncovered and where it is, as far as the browser can tell.
 * Only Chromium tells about the covering and fading of what is inside a frame.
 */
export class Watch {
  #wholeSince = Infinity;
  #focusedAt = Infinity;
  #movedAt = -Infinity;
  #spot: readonly [number, number] | undefined;
  #pressedKeyAt = -Infinity;
  #timer = 0;
  readonly #tells = 'isVisible' in IntersectionObserverEntry.prototype;

  constructor(button: HTMLElement) {
    this.#settle(false);
    const options = { threshold: [0.99, 1], trackVisibility: true, delay: 100 };
    new IntersectionObserver((entries) => this.#look(entries.at(-1) as SightEntry), options).observe(button);
    for (const type of ['pointerenter', 'pointermove', 'pointerdown'] as const) {
      button.addEventListener(type, (event) => this.#pointAt(event as PointerEvent));
    }
    button.addEventListener('focus', () => (this.#focusedAt = performance.now()));
    button.addEventListener('keydown', (event) => {
      if (event.isTrusted && !event.repeat) {
        this.#pressedKeyAt = performance.now();
      }
    });
  }

  /** What to make of this click. */
  judge(click: MouseEvent): Sight {
    const now = performance.now();
    // A key press has no place on the screen.
    const isOfAKey = click.detail === 0;
    const isStill = isOfAKey
      ? this.#pressedKeyAt - this.#focusedAt >= LONG_ENOUGH
      : now - this.#movedAt >= LONG_ENOUGH;
    if (!click.isTrusted || !isStill || now - this.#wholeSince < LONG_ENOUGH) {
      return 'unseen';
    }
    return this.#tells ? 'seen' : 'unknown';
  }

  #look(entry: SightEntry): void {
    const isWhole = entry.intersectionRatio >= 0.99 && entry.isVisible !== false;
    this.#wholeSince = isWhole ? Math.min(this.#wholeSince, performance.now()) : Infinity;
    clearTimeout(this.#timer);
    this.#settle(false);
    if (isWhole) {
      this.#timer = setTimeout(() => this.#settle(true), LONG_ENOUGH);
    }
  }

  /** For whoever waits until a press would count. */
  #settle(isSettled: boolean): void {
    document.documentElement.classList.toggle('unsettled', !isSettled);
  }

  /** The frame's own place on the screen follows from where the pointer is on both. */
  #pointAt({ screenX, screenY, clientX, clientY }: PointerEvent): void {
    const spot = [screenX - clientX, screenY - clientY] as const;
    const [x, y] = this.#spot ?? spot;
    if (Math.abs(spot[0] - x) > A_LITTLE || Math.abs(spot[1] - y) > A_LITTLE) {
      this.#movedAt = performance.now();
    }
    this.#spot = spot;
  }
}
