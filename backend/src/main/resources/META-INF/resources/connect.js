// In the window that a button opened: tells the button's frame on the page below what has happened here, and hands it
// a code where its reader wants one click to be enough on that site. Nobody but a frame of this very server is spoken to.
(() => {
  const GREETINGS = 20;
  const PAUSE = 300;
  const offer = document.querySelector('[data-connect]');
  if (!offer || !opener) {
    return;
  }
  const { url, flattred, flattrs, form } = offer.dataset;
  let frame;

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

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== location.origin || !below().includes(source)) {
      return;
    }
    if (data?.obolus === 'challenge' && data.url === url && !frame) {
      frame = { source, challenge: data.challenge, site: data.site };
      source.postMessage({ obolus: 'state', url, flattred: flattred === 'true', flattrs: Number(flattrs) }, origin);
      if (flattred === 'true') {
        // A site without https is another one than with it, so it is named in full.
        const site = data.site.replace(/^https:\/\//, '');
        offer.querySelectorAll('[data-site]').forEach((name) => (name.textContent = site));
        offer.hidden = false;
      }
    } else if (data?.obolus === 'connected' && source === frame?.source) {
      offer.querySelector('form').hidden = true;
      say(offer.dataset.done);
    } else if (data?.obolus === 'failed' && source === frame?.source) {
      say(offer.dataset.failed);
    }
  });

  offer.querySelector('form')?.addEventListener('submit', async (event) => {
    if (event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    const { source, challenge, site } = frame;
    try {
      const answer = await fetch('/submit/auto/connect', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ site, challenge, url, form }),
      });
      const said = await answer.json();
      if (answer.ok) {
        source.postMessage({ obolus: 'code', code: said.code }, location.origin);
      } else {
        say(said.detail);
      }
    } catch {
      say(offer.dataset.failed);
    }
  });

  greet(GREETINGS);
})();
