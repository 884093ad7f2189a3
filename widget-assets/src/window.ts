const WIDTH = 480;
const HEIGHT = 640;

/** Opens a small window over this one; nothing when the browser does not allow it. */
export function openSmallWindow(address: string): Window | null {
  const left = screenX + (outerWidth - WIDTH) / 2;
  const top = screenY + (outerHeight - HEIGHT) / 2;
  const opened = open(address, 'obolus', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
  opened?.focus();
  return opened;
}

/** Calls back each time the reader returns to this page, until the window is closed. */
export function onReturnFrom(opened: Window, back: () => void): void {
  const timer = setInterval(() => {
    if (opened.closed) {
      // The focus is still listened to: a host page that cuts its openers sees every window as closed.
      clearInterval(timer);
      back();
    }
  }, 500);
  addEventListener('focus', function returned() {
    if (opened.closed) {
      clearInterval(timer);
      removeEventListener('focus', returned);
    }
    back();
  });
}
