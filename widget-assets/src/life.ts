import { Face } from './face.js';
import { isFan, remember } from './fan.js';
import { options, server } from './here.js';
import { passOn } from './messages.js';
import { overlay, type Overlay } from './overlay.js';
import { buttons, know, near, numbers, want } from './page.js';
import { frameAddress, submitAddress } from './server.js';
import { thingIn } from './thing.js';
import { standsOnDark } from './tone.js';
import { languageOf } from './words.js';

/** Draws the button that an element describes. Answers how to end it; nothing when its thing is not on the web. */
export function begin(host: HTMLElement): (() => void) | undefined {
  const thing = thingIn((name) => host.getAttribute(name), options.defaults, document.baseURI);
  if (!thing) {
    return undefined;
  }
  const { url, title } = thing;
  const layout = /^(compact|icon|text)$/.exec(host.getAttribute('layout') ?? options.defaults.layout ?? '')?.[0] ?? 'large';
  host.setAttribute('layout', layout);
  const isQuiet = (host.getAttribute('counts') ?? options.defaults.counts) === 'off';
  const language = languageOf(host.closest<HTMLElement>('[lang]')?.lang);
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren();
  const face = new Face(root);
  const { box, link } = face;
  let frame: Overlay | undefined;
  let dark = false;

  const show = () => {
    const flattrs = numbers.get(url);
    if (flattrs !== undefined) {
      face.show(flattrs);
      frame?.tell({ obolus: 'count', flattrs });
    }
  };

  const blend = () => {
    if (dark !== standsOnDark(host)) {
      dark = box.classList.toggle('dark');
      tellTone();
    }
  };

  const tellTone = () => frame?.tell({ obolus: 'place', dark });

  const mount = () => {
    near.unobserve(host);
    frame ??= overlay(
      host,
      frameAddress(server, { site: location.origin, layout, lang: language, dark: dark ? '1' : '0', ...thing }),
      `Flattr ${title}`,
    );
  };

  /** Somebody is interested, which is when a frame and a number are worth a request. */
  const wake = () => {
    numbers.has(url) || want(url);
    mount();
  };

  /** The frame takes the link's place, once a press that has begun on the link is over. */
  const giveWay = () => {
    if (link.matches(':active')) {
      setTimeout(giveWay, 50);
    } else {
      frame?.show(root.activeElement === link);
      link.style.visibility = 'hidden';
      show();
      tellTone();
    }
  };

  const changed = (what: string, flattrs: number) => {
    const detail = { url, flattrs };
    know(url, flattrs);
    host.dispatchEvent(new CustomEvent(`flattr-${what}`, { bubbles: true, composed: true, detail }));
  };

  const hear = (event: MessageEvent) => {
    if (frame?.speaks(event)) {
      passOn(event.data, { giveWay, remember, makeRoom: frame.makeRoom, changed });
    }
  };

  link.onpointerenter = ({ pointerType }) => pointerType !== 'touch' && wake();
  link.onfocus = wake;
  link.onclick = (click) => {
    // With a key held down the reader has said where to open it.
    const freely = click.ctrlKey || click.metaKey || click.shiftKey;
    const opened = freely ? null : open(`${link.href}&popout=1`, '_blank', 'popup,width=480,height=640');
    if (opened) {
      click.preventDefault();
      // A number may have changed by the time that the reader returns.
      addEventListener('focus', () => buttons.has(host) && want(url), { once: true });
    }
    wake();
  };
  face.dress(title, submitAddress(server, thing), language);
  buttons.set(host, { url, show, blend, hear, mount });
  // After all buttons are in the page: asking for a colour makes the browser lay out what it has so far.
  queueMicrotask(blend);
  show();
  if (!numbers.has(url) && !isQuiet && !/icon|text/.test(layout)) {
    want(url);
  }
  isQuiet || (isFan() && near.observe(host));
  return () => {
    buttons.delete(host);
    near.unobserve(host);
    frame?.remove();
  };
}
