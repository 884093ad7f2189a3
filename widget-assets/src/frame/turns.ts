type Work = () => Promise<void>;

/**
 * One thing at a time: somebody acts, or the button looks where it stands. A second press while the first one acts means
 * the same as the first. What is pressed while the button only looks comes after that, and is not lost.
 */
export class Turns {
  #now: 'act' | 'look' | undefined;
  readonly #next: { act?: Work; look?: Work } = {};

  constructor(private readonly busy: (isBusy: boolean) => void) {}

  get isLooking(): boolean {
    return this.#now === 'look';
  }

  look(work: Work): void {
    this.#next.look = work;
    void this.#go();
  }

  act(work: Work): void {
    if (this.#now !== 'act') {
      this.#next.act = work;
      void this.#go();
    }
  }

  async #go(): Promise<void> {
    const kind = this.#next.act ? 'act' : 'look';
    const work = this.#next[kind];
    if (this.#now || !work) {
      return;
    }
    this.#now = kind;
    delete this.#next[kind];
    this.busy(true);
    try {
      await work();
    } finally {
      this.#now = undefined;
      this.busy(false);
      void this.#go();
    }
  }
}
