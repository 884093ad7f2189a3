import { optionsIn } from './options.js';
import { runningScript } from './script.js';
import { serverOf } from './server.js';

const script = runningScript('script[src*="/button"],script[src*="/load.js"]');

/** The address of the server, with a slash at its end. */
export const server = serverOf(script, document.baseURI);

/** Who is asked for the numbers: `data-counts`, which answers as the server does, or the server. */
export const counter = script.dataset.counts ?? server;

/** What the page says for all of its buttons. */
export const options = optionsIn(script.src);
