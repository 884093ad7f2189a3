// Shows the button again while its form is filled in, and copies. Without this script the form's own button shows it.
(() => {
  const PAUSE = 300;
  const COPIED = 2000;
  const form = document.querySelector('[data-assembles]');
  const status = document.getElementById('copied');
  let timer;
  let turn = 0;

  const offerToCopy = () => {
    for (const button of document.querySelectorAll('[data-copies]')) {
      button.hidden = false;
    }
  };

  const show = async () => {
    const asked = ++turn;
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const assembled = page.getElementById('assembled');
    // A slow answer must not overwrite a later one.
    if (asked === turn && assembled) {
      document.getElementById('assembled').replaceWith(assembled);
      history.replaceState(null, '', address);
      offerToCopy();
    }
  };

  const say = (button, text, words) => {
    const label = button.firstChild;
    status.textContent = words;
    label.data = text;
    setTimeout(() => (label.data = 'Copy'), COPIED);
  };

  const copy = async (button) => {
    const code = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(code.textContent);
      say(button, 'Copied', 'It is copied.');
    } catch {
      // Browsers copy for scripts on secure pages only; on others the reader does.
      getSelection().selectAllChildren(code);
      say(button, 'Selected', 'It is selected: copy it with the keyboard.');
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-copies]');
    button && copy(button);
  });
  offerToCopy();
})();
