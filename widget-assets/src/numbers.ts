import { answers, questions } from './counts.js';
import { runningScript, whenWhole } from './script.js';
import { serverOf } from './server.js';
import { addressOnTheWeb } from './address.js';

const server = serverOf(runningScript('script[src*="/counts.js"]'), document.baseURI);

/** Puts the numbers into the page's own elements, `<span data-flattr-count="https://…"></span>`, and does nothing else. */
whenWhole(() => {
  const elements = Array.from(document.querySelectorAll<HTMLElement>('[data-flattr-count]'), (element) => ({
    element,
    url: addressOnTheWeb(element.dataset.flattrCount as string, document.baseURI),
  }));
  const urls = new Set(elements.flatMap(({ url }) => url ?? []));
  questions(server, urls).forEach(async (question) => {
    for (const { url, flattrs } of await answers(question)) {
      elements
        .filter((one) => one.url === url)
        .forEach(({ element }) => {
          element.textContent = flattrs.toLocaleString();
        });
    }
  });
});
