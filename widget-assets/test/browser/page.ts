import { Chromium } from './chromium.js';

interface Target {
  readonly targetId: string;
  readonly openerId?: string;
  readonly type: string;
  readonly url: string;
}

/** A page in the browser, used as a reader would. */
export class Page {
  private constructor(
    private readonly browser: Chromium,
    private readonly target: string,
    private readonly session: string,
  ) {}

  static async blank(browser: Chromium): Promise<Page> {
    const { targetId } = await browser.send<Target>('Target.createTarget', { url: 'about:blank' });
    const attached = { targetId, flatten: true };
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', attached);
    const page = new Page(browser, targetId, sessionId);
    await page.send('Page.enable');
    return page;
  }

  /** Runs a script before any script of the pages that are opened from now on. */
  beforehand(source: string): Promise<unknown> {
    return this.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  emulate(media: Readonly<Record<string, string>>): Promise<unknown> {
    const features = Object.entries(media).map(([name, value]) => ({ name, value }));
    return this.send('Emulation.setEmulatedMedia', { features });
  }

  async block(address: string): Promise<void> {
    await this.send('Network.enable');
    await this.send('Network.setBlockedURLs', { urls: [address] });
  }

  async open(address: string): Promise<void> {
    await this.send('Page.navigate', { url: address });
    await until(() => this.see<boolean>('document.readyState === "complete"'));
  }

  async see<Seen>(expression: string): Promise<Seen> {
    const answer = await this.send<{ result: { value: Seen }; exceptionDetails?: object }>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) {
      throw new Error(JSON.stringify(answer.exceptionDetails));
    }
    return answer.result.value;
  }

  async click(selector: string, modifiers = 0): Promise<void> {
    const [x, y] = await this.see<[number, number]>(
      `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('${selector}').getBoundingClientRect())`,
    );
    const press = { x, y, modifiers, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' });
    await this.send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' });
  }

  async press(key: 'Tab' | 'Enter' | ' '): Promise<void> {
    const code = { Tab: 9, Enter: 13, ' ': 32 }[key];
    const press = { key, code: key === ' ' ? 'Space' : key, windowsVirtualKeyCode: code };
    await this.send('Input.dispatchKeyEvent', { ...press, type: 'keyDown', ...(key === 'Enter' && { text: '\r' }) });
    await this.send('Input.dispatchKeyEvent', { ...press, type: 'keyUp' });
  }

  /** The windows that this page has opened and that are still there. */
  async windows(): Promise<readonly Target[]> {
    const { targetInfos } = await this.browser.send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos.filter(({ openerId, type, url }) => openerId === this.target && type === 'page' && url);
  }

  closeWindow({ targetId }: Target): Promise<unknown> {
    return this.browser.send('Target.closeTarget', { targetId });
  }

  async close(): Promise<void> {
    await Promise.all((await this.windows()).map((window) => this.closeWindow(window)));
    await this.browser.send('Target.closeTarget', { targetId: this.target });
  }

  send<Answer>(method: string, params: object = {}): Promise<Answer> {
    return this.browser.send(method, params, this.session);
  }
}

/** What is asked for, as soon as it is there. */
export async function until<Value>(ask: () => Promise<Value>): Promise<NonNullable<Value>> {
  const patience = AbortSignal.timeout(10_000);
  for (;;) {
    const value = await ask();
    if (value) {
      return value;
    }
    patience.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
