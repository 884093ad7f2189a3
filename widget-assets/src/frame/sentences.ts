import type { State } from './api.js';
import { money, say } from './words.js';

/** Where the button stands, in one sentence. */
export function sentenceOf(state: State, language: string): string {
  switch (state.state) {
    case 'ready':
      return say(language, 'ready', money(language, state.each_with_one_more, state.currency));
    case 'flattred':
      return flattred(state, language);
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

function flattred({ subscription, mine, each, currency }: State, language: string): string {
  const worth = money(language, each, currency);
  if (subscription) {
    return say(language, subscription === 'paused' ? 'monthlyPaused' : 'subscribed', worth);
  }
  return mine === 1 ? say(language, 'givenOnly', worth) : say(language, 'given', mine.toLocaleString(language), worth);
}
