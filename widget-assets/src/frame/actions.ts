import type { State } from './api.js';
import type { Action } from './panel.js';
import type { Place } from './place.js';
import { Watch } from './sight.js';
import { say, type Word } from './words.js';

const UNDO_LASTS = 10_000;
const LENGTHS = [3, 6, 12];

/** What the panel can do; what makes more flattrs is told which click asked for it. */
export interface Deeds {
  undo(): void;
  chooseMonths(): void;
  pause(): void;
  resume(click: MouseEvent): void;
  stop(): void;
}

/** What can be done with a flattr: take it back for a moment, repeat it every month, say thanks, tell others. */
export function actionsAfter(state: State, { language }: Place, deeds: Deeds): readonly Action[] {
  if (state.state !== 'flattred') {
    return [];
  }
  return [
    { name: say(language, 'undo'), run: deeds.undo, until: UNDO_LASTS },
    ...monthly(state, language, deeds),
    { name: say(language, 'thanks'), address: `/things/${state.thing}/thanks` },
    { name: say(language, 'share') },
    ...state.share.map(({ name, address }) => ({ name, address })),
  ];
}

function monthly(state: State, language: string, deeds: Deeds): readonly Action[] {
  const of = (word: Word, run: (click: MouseEvent) => void) => ({ name: say(language, word), run });
  const onlyWhereSeen = (word: Word, run: (click: MouseEvent) => void) =>
    Watch.tells ? of(word, run) : { name: say(language, word), address: monthsAddress(state) };
  switch (state.subscription) {
    case null:
      return [onlyWhereSeen('monthly', deeds.chooseMonths)];
    case 'paused':
      return [onlyWhereSeen('resume', deeds.resume), of('stop', deeds.stop)];
    default:
      return [of('pause', deeds.pause), of('stop', deeds.stop)];
  }
}

/** For how long something can be flattred every month; without a number until it is stopped. */
export function lengths(language: string, choose: (click: MouseEvent, months: number | null) => void): readonly Action[] {
  return [
    ...LENGTHS.map((months) => ({
      name: say(language, 'months', months.toLocaleString(language)),
      run: (click: MouseEvent) => choose(click, months),
    })),
    { name: say(language, 'untilStopped'), run: (click: MouseEvent) => choose(click, null) },
  ];
}

/** Our own page on which the same can be chosen. */
export function monthsAddress({ thing }: State): string {
  return `/things/${thing}#months`;
}
