import type { ToFrame } from './messages.js';
import { inside } from './room.js';

// As long as a slow connection may need; after that the link is better than waiting.
const PATIENCE = 8000;
const WIDEST = 320;
const HIGHEST = 360;

/** The server's frame over a button: neither seen nor in reach until it has said that it is ready. */
export interface Overlay {
  /** Whether it is this frame that says something. */
  speaks(message: MessageEvent): boolean;
  tell(message: ToFrame): void;
  /** Lets it be seen, and speaks to it from now on. */
  show(takesFocus: boolean): void;
  /** Gives it more room over the page, within what the reader sees of that; none puts it back. */
  makeRoom(width: number, height: number): void;
  remove(): void;
}

/** The frame stands in the page's own tree, slotted into the button: a window can greet only the frames of that tree. */
export function overlay(host: Element, address: string, title: string): Overlay {
  const { origin: server } = new URL(address);
  const frame = document.createElement('iframe');
  // The lowest button is 24 px high to a finger: 20 and a fifth. What is more would lie over its neighbours.
  const isLow = /=compact/.test(address);
  // Stronger than the page's own styles. It is seen through only while its scheme is that of what is in it.
  const dress = (styles: string) =>
    (frame.style.cssText = `all:initial;color-scheme:light;position:absolute;margin-top:${isLow ? -2 : 0}px;${styles};`.replaceAll(';', '!important;'));
  const cover = (visibility: string) =>
    dress(`inset:0;width:100%;height:${isLow ? 120 : 100}%;pointer-events:inherit;visibility:${visibility}`);
  cover('hidden');
  frame.slot = 'frame';
  frame.src = address;
  frame.title = title;
  host.append(frame);
  const timer = setTimeout(() => frame.remove(), PATIENCE);
  let isReady = false;
  return {
    speaks: ({ origin, source }) => !!source && source === frame.contentWindow && origin === server,
    tell(message) {
      isReady && frame.contentWindow?.postMessage(message, server);
    },
    show(takesFocus) {
      clearTimeout(timer);
      isReady = true;
      cover('inherit');
      takesFocus && frame.focus();
    },
    makeRoom(width, height) {
      const { left, top } = host.getBoundingClientRect();
      const wide = Math.min(width, WIDEST);
      const high = Math.min(height, HIGHEST);
      const x = inside(left, document.documentElement.clientWidth - wide);
      const y = inside(top, innerHeight - high);
      if (wide * high) {
        dress(`inset:${y}px auto auto ${x}px;width:${wide}px;height:${high}px;z-index:99999`);
      } else {
        cover('inherit');
      }
    },
    remove() {
      clearTimeout(timer);
      frame.remove();
    },
  };
}
