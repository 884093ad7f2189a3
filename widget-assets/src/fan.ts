import { buttons, near } from './page.js';

/** Whether this browser has been connected on this site before. It is all that is kept here, and says nothing of whom. */
export function isFan(): boolean {
  try {
    return localStorage.obolus === '1';
  } catch {
    return false;
  }
}

/** Keeps that, or forgets it; a browser that keeps nothing for this site meets a stranger again. */
export function remember(connected: boolean): void {
  try {
    if (connected) {
      localStorage.obolus = '1';
      buttons.forEach((_, button) => near.observe(button));
    } else {
      delete localStorage.obolus;
    }
  } catch {}
}
