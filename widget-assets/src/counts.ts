/** How often an address was flattred, named as it was asked for. */
export interface Count {
  readonly url: string;
  readonly flattrs: number;
}

interface Answer {
  readonly counts?: readonly Count[];
}

const MOST_URLS = 100;
// Proxies refuse a request line of more than 8 kB unless they are told otherwise.
const LONGEST = 7900;

/** The addresses of as few questions as the server's limits allow. */
export function questions(server: string, urls: Iterable<string>): readonly string[] {
  const all: string[] = [];
  Array.from(urls, (url, index) => {
    const part = `url=${encodeURIComponent(url)}`;
    const last = index % MOST_URLS && all.at(-1);
    if (last && last.length + part.length < LONGEST) {
      all[all.length - 1] = `${last}&${part}`;
    } else {
      all.push(`${server}counts?${part}`);
    }
  });
  return all;
}

/** Asked for without credentials and without saying from where; none when unanswered. */
export async function answers(question: string): Promise<readonly Count[]> {
  try {
    const answer = await fetch(question, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    return ((await answer.json()) as Answer).counts ?? [];
  } catch {
    return [];
  }
}
