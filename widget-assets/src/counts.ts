/** One request for the counts of some things. */
export interface Question {
  readonly address: string;
  readonly urls: readonly string[];
}

interface Answer {
  readonly counts: readonly { readonly url: string; readonly flattrs: number }[];
}

const MOST_URLS = 100;
// Servers and proxies refuse a request line of more than 4 kB unless they are told otherwise.
const LONGEST_ADDRESS = 3900;

/** As few questions as the server's limits allow. */
export function questions(server: string, urls: Iterable<string>): readonly Question[] {
  const all: { address: string; urls: string[] }[] = [];
  for (const url of urls) {
    const part = `url=${encoded(url)}`;
    const last = all.at(-1);
    if (last && last.urls.length < MOST_URLS && last.address.length + part.length < LONGEST_ADDRESS) {
      last.address += `&${part}`;
      last.urls.push(url);
    } else {
      all.push({ address: `${server}counts?${part}`, urls: [url] });
    }
  }
  return all;
}

/** Slashes and colons may stand in a query as they are, which makes room for more addresses. */
function encoded(url: string): string {
  return encodeURIComponent(url).replace(/%(2F|3A)/g, decodeURIComponent);
}

/** The flattrs of each address, asked for without credentials and without saying from where; none when unanswered. */
export async function answers(question: Question, cache: RequestCache): Promise<readonly [string, number][]> {
  try {
    const answer = await fetch(question.address, { cache, credentials: 'omit', referrerPolicy: 'no-referrer' });
    const { counts } = (await answer.json()) as Answer;
    return counts.map(({ url, flattrs }) => [url, flattrs]);
  } catch {
    return [];
  }
}
