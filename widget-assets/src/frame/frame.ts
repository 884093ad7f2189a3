import { FrameButton } from './button.js';
import { placeIn, type Place } from './place.js';

/** Only right inside the page that it is for: not in a frame of that page, and not by itself. */
function isAtItsPlace({ site, url }: Place): boolean {
  return parent !== window && parent === top && site !== '' && url !== '';
}

const place = placeIn(location.search);
if (isAtItsPlace(place)) {
  new FrameButton(place).start();
}
