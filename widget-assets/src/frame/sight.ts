const LONG_ENOUGH = 500;
const A_LITTLE = 2;
/** How many dots of the screen common ones take for a pixel, so that the rest of what the browser says is its zoom. */
const DENSITIES = [1, 1.25, 1.5, 1.75, 2, 3];

/** Whether a press may be taken at its word: what was pressed was in sight, nobody can tell, or it was not. */
export type Sight = 'seen' | 'unknown' | 'unseen';

interface SightEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/**
 * Watches how long something to press has been whole, opaque, uncovered and where it is, as far as the browser can tell.
 * Only Chromium tells about the covering and fading of what is inside a frame.
 */
export class Watch {
  /** Whether this browser can tell at all. */
  static readonly tells = 'isVisible' in IntersectionObserverEntry.prototype;

  #wholeSince = Infinity;
  #changedAt = -Infinity;
  #focusedAt = Infinity;
  readonly #places = [() => 1, ...DENSITIES.map((density) => () => devicePixelRatio / density)].map(
    (zoom) => new Whereabouts(zoom),
  );
  #pressedKeyAt = -Infinity;
  #isGivenFocus = false;
  #timer = 0;

  constructor(private readonly element: HTMLElement) {
    this.#begin();
    const options = { threshold: [0.99, 1], trackVisibility: true, delay: 100 };
    new IntersectionObserver((entries) => this.#look(entries.at(-1) as SightEntry), options).observe(element);
    for (const type of ['pointerenter', 'pointermove', 'pointerdown'] as const) {
      element.addEventListener(type, (event) => this.#places.forEach((place) => place.pointAt(event as PointerEvent)));
    }
    element.addEventListener('focusin', () => (this.#focusedAt = performance.now()));
    element.addEventListener('pointerdown', () => (this.#isGivenFocus = false));
    // Whoever comes by the keyboard lets go of its key in here.
    element.addEventListener('keyup', (event) => {
      if (event.isTrusted && event.key === 'Tab') {
        this.#isGivenFocus = false;
      }
    });
    element.addEventListener('keydown', (event) => {
      if (event.isTrusted && !event.repeat) {
        this.#pressedKeyAt = performance.now();
      }
    });
  }

  /** What to make of this click or press of a key. */
  judge(press: UIEvent): Sight {
    const now = performance.now();
    // What a key does has no place on the screen.
    const isOfAKey = press.detail === 0;
    const isStill = isOfAKey
      ? this.#pressedKeyAt - Math.max(this.#focusedAt, this.#changedAt) >= LONG_ENOUGH
      : now - Math.max(this.#changedAt, Math.min(...this.#places.map(({ movedAt }) => movedAt))) >= LONG_ENOUGH;
    if (!press.isTrusted || !isStill || now - this.#wholeSince < LONG_ENOUGH) {
      return 'unseen';
    }
    return Watch.tells && !(isOfAKey && this.#isGivenFocus) ? 'seen' : 'unknown';
  }

  /** The page around may have put the focus here, so that a key which was meant for it comes here. */
  giveFocus(): void {
    this.#isGivenFocus = true;
  }

  /** What there is to press is another from now on, so that the second half of a double click meets nothing. */
  renew(): void {
    this.#changedAt = performance.now();
    this.#begin();
  }

  #look(entry: SightEntry): void {
    const isWhole = entry.intersectionRatio >= 0.99 && entry.isVisible !== false;
    this.#wholeSince = isWhole ? Math.min(this.#wholeSince, performance.now()) : Infinity;
    this.#begin();
  }

  /** Marks the element, for whoever waits until a press would count. */
  #begin(): void {
    clearTimeout(this.#timer);
    this.element.classList.add('unsettled');
    if (this.#wholeSince < Infinity) {
      this.#timer = setTimeout(() => this.element.classList.remove('unsettled'), LONG_ENOUGH);
    }
  }
}

/**
 * Where the frame is on the screen, which follows from where the pointer is on both. Browsers tell the one in pixels of
 * the screen and the other in those of the page, and nobody how large the page is drawn: a frame is still where it is
 * for one of the usual zooms.
 */
class Whereabouts {
  movedAt = -Infinity;
  #spot: readonly [number, number] | undefined;

  constructor(private readonly zoom: () => number) {}

  pointAt({ screenX, screenY, clientX, clientY }: PointerEvent): void {
    const zoom = this.zoom();
    const spot = [screenX - clientX * zoom, screenY - clientY * zoom] as const;
    const [x, y] = this.#spot ?? spot;
    const most = A_LITTLE * zoom;
    if (Math.abs(spot[0] - x) > most || Math.abs(spot[1] - y) > most) {
      this.movedAt = performance.now();
    }
    this.#spot = spot;
  }
}
