/** What a frame says to the page that it stands in. */
export type FromFrame =
  | { readonly obolus: 'ready' }
  | { readonly obolus: 'connected'; readonly connected: boolean }
  | { readonly obolus: 'given' | 'undone'; readonly flattrs: number }
  | { readonly obolus: 'room'; readonly width: number; readonly height: number };

/** What a page says to the frame of one of its buttons. */
export type ToFrame =
  | { readonly obolus: 'count'; readonly flattrs: number }
  | { readonly obolus: 'place'; readonly dark: boolean };

/** Whoever does what a frame says. */
export interface Listener {
  giveWay(): void;
  remember(connected: boolean): void;
  makeRoom(width: number, height: number): void;
  changed(what: 'given' | 'undone', flattrs: number): void;
}

/** Passes on what a frame said, and nothing that it may not say. */
export function passOn(data: unknown, listener: Listener): void {
  const { obolus, connected, flattrs, width, height } = Object(data);
  if (obolus === 'ready') {
    listener.giveWay();
  } else if (obolus === 'connected' && connected === !!connected) {
    listener.remember(connected);
  } else if (obolus === 'room' && Number.isFinite(width + height)) {
    listener.makeRoom(width, height);
  } else if ((obolus === 'given' || obolus === 'undone') && flattrs >= 0 && Number.isFinite(flattrs)) {
    listener.changed(obolus, flattrs);
  }
}
