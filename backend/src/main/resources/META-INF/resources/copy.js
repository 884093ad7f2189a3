// Copies what a button names. Without this script such buttons would do nothing, so it is what shows them.
(() => {
  const COPIED = 2000;
  const status = document.getElementById('copied');

  const offerToCopy = () => {
    for (const button of document.querySelectorAll('[data-copies]')) {
      button.hidden = false;
    }
  };

  const say = (button, text, words) => {
    const label = button.firstChild;
    status.textContent = words;
    label.data = text;
    setTimeout(() => (label.data = 'Copy'), COPIED);
  };

  const select = (source) => (source.select ? source.select() : getSelection().selectAllChildren(source));

  const copy = async (button) => {
    const source = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(source.textContent);
      say(button, 'Copied', 'It is copied.');
    } catch {
      // Browsers copy for scripts on secure pages only; on others the reader does.
      select(source);
      say(button, 'Selected', 'It is selected: copy it with the keyboard.');
    }
  };

  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-copies]');
    button && copy(button);
  });
  document.addEventListener('assembled', offerToCopy);
  offerToCopy();
})();
