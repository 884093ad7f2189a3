/** A button as the server tells it; amounts in micros, millionths of the currency. */
export interface State {
  readonly state: 'ready' | 'flattred' | 'own' | 'no_budget' | 'paused' | 'no_funds' | 'opted_out' | 'gone';
  /** The id of the thing; nothing while it is none. */
  readonly thing: number | null;
  readonly flattrs: number;
  readonly title: string;
  readonly maker: string;
  readonly mine: number;
  readonly each: number;
  readonly each_with_one_more: number;
  /** By its code, for example EUR (ISO 4217). */
  readonly currency: string;
  /** Nothing where it is not flattred every month. */
  readonly subscription: 'running' | 'waiting' | 'paused' | null;
  readonly share: readonly { readonly name: string; readonly address: string }[];
}

export interface Connected {
  readonly token: string;
  readonly handle: string;
  readonly expires_in: number;
}

const PATIENCE = 10_000;

/**
 * The server refused, by the name of the reason. Otherwise `offline`, where nothing was sent, or `error`, where nobody
 * knows what became of it.
 */
export class Refused extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Asks our own server without any cookie. */
export async function ask<Answer>(path: string, token: string, body?: unknown): Promise<Answer> {
  const answer = await reached(path, {
    method: body ? 'POST' : 'GET',
    credentials: 'omit',
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const said = await answer.json().catch(() => undefined);
  if (answer.status >= 500 || !said) {
    throw new Refused('error');
  }
  if (!answer.ok) {
    throw new Refused(String(said.type ?? 'error').replace(/.*\//, ''));
  }
  return said as Answer;
}

async function reached(path: string, request: RequestInit): Promise<Response> {
  if (!navigator.onLine) {
    throw new Refused('offline');
  }
  try {
    return await fetch(`/button/frame/${path}`, { ...request, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new Refused('error');
  }
}
