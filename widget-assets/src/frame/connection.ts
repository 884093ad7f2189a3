import { ask, Refused, type Connected } from './api.js';
import { challengeOf, newKeys, publicHalf, randomSecret, signed } from './secrets.js';
import * as storage from './storage.js';

const EARLIER = 60_000;

/** This frame's right to act for somebody on one site: the token in memory, what renews it in the frame's storage. */
export class Connection {
  #token = '';
  #expiresAt = 0;
  /** How the handle begins, which names the grant. */
  #grant = '';
  #verifier = randomSecret();

  constructor(private readonly site: string) {}

  /** A token that is good for a while yet; nothing where nobody has connected this site. */
  async token(): Promise<string> {
    if (this.#expiresAt < Date.now() + EARLIER) {
      await this.#renew();
    }
    return this.#token;
  }

  /** What the window may know, so that its answer is of use to this frame alone. */
  challenge(): Promise<string> {
    return challengeOf(this.#verifier);
  }

  /** Takes what the window handed over. */
  async redeem(code: string): Promise<void> {
    const keys = await newKeys();
    const verifier = this.#verifier;
    this.#verifier = randomSecret();
    const key = await publicHalf(keys);
    // One at a time, because a handle is good once.
    await storage.alone(this.site, async () =>
      this.#accept(keys, await ask('connections', '', { code, verifier, site: this.site, key })),
    );
  }

  /** The connection has ended elsewhere; one that another frame has begun since is kept. */
  async forget(): Promise<void> {
    const ended = this.#grant;
    this.#drop();
    await storage.alone(this.site, async () => {
      const kept = await storage.read(this.site);
      if (kept?.handle.startsWith(ended)) {
        await storage.forget(this.site);
      }
    });
  }

  #drop(): void {
    this.#token = '';
    this.#expiresAt = 0;
  }

  async #renew(): Promise<void> {
    // One at a time, because a handle is good once.
    await storage.alone(this.site, async () => {
      const kept = await storage.read(this.site);
      if (!kept) {
        this.#drop();
        return;
      }
      const { keys, handle } = kept;
      // Kept before it is asked for: whoever leaves the page before the answer asks for the very same next time.
      const next = kept.next ?? `${grantOf(handle)}.${randomSecret()}`;
      try {
        await storage.write(this.site, { keys, handle, next });
        const signature = await signed(keys, `${handle} ${next} ${this.site}`);
        await this.#accept(keys, await ask('renewals', '', { handle, next, site: this.site, signature }));
      } catch (failure) {
        if (failure instanceof Refused && failure.reason === 'not_connected') {
          this.#drop();
          await storage.forget(this.site);
        } else {
          throw failure;
        }
      }
    });
  }

  async #accept(keys: CryptoKeyPair, { token, handle, expires_in }: Connected): Promise<void> {
    await storage.write(this.site, { keys, handle });
    this.#grant = grantOf(handle);
    this.#token = token;
    this.#expiresAt = Date.now() + expires_in * 1000;
  }
}

function grantOf(handle: string): string {
  return handle.replace(/\..*/, '');
}
