// For windows that a page of another site may have opened. Where no script runs, the style sheet waits instead.
(() => {
  // Long enough that the second half of a double click, meant for the page below, does nothing here.
  const MOMENT = 600;
  const root = document.documentElement;
  let timer;
  let ready = false;

  const set = (isReady) => {
    ready = isReady;
    root.classList.toggle('unsettled', !isReady);
  };

  const settle = () => {
    clearTimeout(timer);
    set(false);
    if (document.visibilityState === 'visible' && document.hasFocus()) {
      timer = setTimeout(() => set(true), MOMENT);
    }
  };

  // Whoever still clicks or types has not read what stands here, as in a game of fast clicks that the page below plays.
  const hurry = () => ready || settle();

  // Listens before there is a form, so that none can be sent too early.
  document.addEventListener(
    'submit',
    (event) => {
      if (!ready && event.target.matches('.guarded')) {
        event.preventDefault();
      }
    },
    true,
  );
  document.addEventListener('visibilitychange', settle);
  addEventListener('pointerdown', hurry, true);
  addEventListener('keydown', hurry, true);
  addEventListener('focus', settle);
  addEventListener('blur', settle);
  addEventListener('pageshow', settle);
  // Another script shows something to press that was not there when the window opened.
  document.addEventListener('revealed', settle);
  settle();

  document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll('[data-closes]')) {
      button.hidden = false;
      button.addEventListener('click', () => close());
    }
  });
})();
