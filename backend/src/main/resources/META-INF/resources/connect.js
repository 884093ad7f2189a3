// In the window that a button opened: tells the button's frame on the page below what has happened here, and hands it
// a code where its reader wants one click to be enough on that site. Nobody but a frame of this very server is spoken to.
(() => {
  const GREETINGS = 20;
  const PAUSE = 300;
  const PATIENCE = 15_000;
  const offer = document.querySelector('[data-connect]');
  if (!offer || !opener) {
    return;
  }
  const { url, flattred, flattrs, form } = offer.dataset;
  const button = offer.querySelector('form button');
  let frame;
  let waiting;

  // The opener is the frame itself, or the page around it; a page that cuts its openers, or is gone, has none.
  const below = () => (opener ? [opener, ...Array.from({ length: opener.length }, (_, i) => opener[i])] : []);

  const greet = (left) => {
    if (frame || !left) {
      return;
    }
    below().forEach((one) => one.postMessage({ obolus: 'hello' }, location.origin));
    setTimeout(() => greet(left - 1), PAUSE);
  };

  const say = (sentence) => {
    offer.querySelector('[role=status]').textContent = sentence;
  };

  // What the frame may know is good for one code, so a second try begins with another greeting.
  const fail = (sentence) => {
    clearTimeout(waiting);
    say(sentence);
    button.disabled = false;
    frame = undefined;
    greet(GREETINGS);
  };

  const reveal = (site) => {
    if (flattred !== 'true' || !offer.hidden) {
      return;
    }
    // A site without https is another one than with it, so it is named in full.
    const name = site.replace(/^https:\/\//, '');
    offer.querySelectorAll('[data-site]').forEach((place) => (place.textContent = name));
    offer.hidden = false;
    document.dispatchEvent(new Event('revealed'));
  };

  const hear = ({ source, origin, data }) => {
    if (data?.obolus === 'challenge' && data.url === url && !frame) {
      frame = { source, challenge: data.challenge, site: data.site };
      source.postMessage({ obolus: 'state', url, flattred: flattred === 'true', flattrs: Number(flattrs) }, origin);
      reveal(data.site);
    } else if (data?.obolus === 'connected' && source === frame?.source) {
      clearTimeout(waiting);
      offer.querySelector('form').hidden = true;
      say(offer.dataset.done);
    } else if (data?.obolus === 'failed' && source === frame?.source) {
      fail(offer.dataset.failed);
    }
  };

  addEventListener('message', (message) => {
    if (message.origin === location.origin && below().includes(message.source)) {
      hear(message);
    }
  });

  const connect = async ({ source, challenge, site }) => {
    const answer = await fetch('/submit/auto/connect', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ site, challenge, url, form }),
    });
    const said = await answer.json();
    if (answer.ok) {
      source.postMessage({ obolus: 'code', code: said.code }, location.origin);
    } else {
      fail(said.detail);
    }
  };

  offer.querySelector('form')?.addEventListener('submit', (event) => {
    if (event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    if (!frame) {
      fail(offer.dataset.failed);
      return;
    }
    button.disabled = true;
    waiting = setTimeout(() => fail(offer.dataset.failed), PATIENCE);
    connect(frame).catch(() => fail(offer.dataset.failed));
  });

  greet(GREETINGS);
})();
