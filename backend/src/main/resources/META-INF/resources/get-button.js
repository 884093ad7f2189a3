// Shows the button again while its form is filled in. Without this script the form's own button shows it.
(() => {
  const PAUSE = 300;
  const form = document.querySelector('[data-assembles]');
  let timer;
  let turn = 0;

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
      document.dispatchEvent(new Event('assembled'));
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
})();
