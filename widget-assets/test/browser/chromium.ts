import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const QUIETLY = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Waiting = (message: Message) => void;

/** The distribution's Chromium with an empty profile, spoken to over a pipe. */
export class Chromium {
  private readonly waiting = new Map<number, Waiting>();
  private unread = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly profile: string,
  ) {
    (process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.read(text));
  }

  static async start(): Promise<Chromium> {
    const profile = await mkdtemp(join(tmpdir(), 'obolus-button-'));
    const program = process.env.CHROMIUM ?? 'chromium';
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    const started = spawn(program, [...QUIETLY, `--user-data-dir=${profile}`], { stdio: [...stdio] });
    await once(started, 'spawn');
    return new Chromium(started, profile);
  }

  async stop(): Promise<void> {
    const gone = once(this.process, 'exit');
    await this.send('Browser.close');
    await gone;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  send<Answer>(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    const id = this.waiting.size + 1;
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ error, result }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as Answer),
      );
    });
  }

  private read(text: string): void {
    const messages = (this.unread + text).split('\0');
    this.unread = messages.pop() ?? '';
    for (const message of messages.map((each) => JSON.parse(each) as Message)) {
      this.waiting.get(message.id ?? 0)?.(message);
    }
  }
}
