import { FrameButton } from './button.js';
import { placeIn, type Place } from './place.js';

/** Only right inside the page that it is for: not in a frame of that page, and not by itself. */
function isAtItsPlace({ site, url }: Place): boolean {
  // A policy that names http lets https pass too. Where the browser does not say who is around, the policy has to do.
  const around = location.ancestorOrigins?.[0] ?? 'null';
  return parent !== window && parent === top && ['null', site].includes(around) && site !== '' && url !== '';
}

const place = placeIn(document.documentElement.dataset.site ?? '', location.search);
if (isAtItsPlace(place)) {
  new FrameButton(place).start();
}
