/** Where the frame stands and what its button is for, as the loader wrote it into the frame's address. */
export interface Place {
  /** What the server let frame it: an address can be read in two ways, and the server's is the one that counts. */
  readonly site: string;
  readonly url: string;
  readonly title: string;
  readonly layout: string;
  readonly language: string;
  readonly dark: boolean;
  /** The auto-submit address of the thing, without the server. */
  readonly submit: string;
}

const OURS = ['site', 'layout', 'lang', 'dark'];

export function placeIn(site: string, query: string): Place {
  const asked = new URLSearchParams(query);
  const of = (name: string) => asked.get(name) ?? '';
  const said = new URLSearchParams([...asked].filter(([name]) => !OURS.includes(name)));
  return {
    site,
    url: of('url'),
    title: of('title'),
    layout: of('layout'),
    language: of('lang'),
    dark: of('dark') === '1',
    submit: `/submit/auto?${said}`,
  };
}
