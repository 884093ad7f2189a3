import type { State } from './api.js';
import type { Action } from './panel.js';
import type { Place } from './place.js';
import { money, say } from './words.js';

const UNDO_LASTS = 10_000;

/** Where the button stands, in one sentence. */
export function sentenceOf(state: State, language: string): string {
  switch (state.state) {
    case 'ready':
      return say(language, 'ready', money(language, state.each_with_one_more, state.currency));
    case 'flattred':
      if (state.subscribed) {
        return say(language, 'subscribed', money(language, state.each, state.currency));
      }
      return state.mine === 1
        ? say(language, 'givenOnly', money(language, state.each, state.currency))
        : say(language, 'given', state.mine.toLocaleString(language), money(language, state.each, state.currency));
    case 'own':
      return say(language, 'own');
    case 'opted_out':
      return say(language, 'optedOut', state.maker);
    case 'gone':
      return say(language, 'gone');
    case 'paused':
      return say(language, 'paused');
    default:
      return say(language, 'noMeans');
  }
}

/** What can be done then: take it back for a moment, tell others, say thanks. */
export function actionsAfter(state: State, place: Place, deeds: { undo: () => void }): readonly Action[] {
  if (state.state !== 'flattred') {
    return [];
  }
  const { language, url } = place;
  const thanks = say(language, 'thanksText', state.maker, `${state.title} ${url}`.trim());
  return [
    { name: say(language, 'undo'), run: deeds.undo, until: UNDO_LASTS },
    ...(state.subscribed ? [] : [{ name: say(language, 'monthly'), address: `/things/${state.thing}#months` }]),
    { name: say(language, 'thanks'), address: `mailto:?body=${encodeURIComponent(thanks)}` },
    ...state.share.map(({ name, address }) => ({ name, address })),
  ];
}
