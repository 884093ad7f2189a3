/** The script element that is running now. */
export function runningScript(known: string): HTMLScriptElement {
  const running = document.currentScript;
  // A page's own markup can stand in for that property: a form or an image of this name.
  return running instanceof HTMLScriptElement ? running : (document.querySelector(known) as HTMLScriptElement);
}

/** Calls back when the page is whole. */
export function whenWhole(callback: () => void): void {
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', callback);
  } else {
    callback();
  }
}
