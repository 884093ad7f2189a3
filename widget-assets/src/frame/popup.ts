import type { Place } from './place.js';

const WIDTH = 480;
const HEIGHT = 640;

/** Opens the window in which a flattr is confirmed; nothing when the browser does not allow it. */
export function openWindow(place: Place): Window | null {
  const left = screenX + Math.max(0, (outerWidth - WIDTH) / 2);
  const top = screenY + Math.max(0, (outerHeight - HEIGHT) / 2);
  const features = `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`;
  return open(`${place.submit}&popout=1`, '_blank', features);
}
