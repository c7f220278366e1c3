import { refusalsFrom } from '@taffrail/domain/kernel';
import { LONGEST_FILE } from './limits.ts';

/** What keeps an adapter out, in the trader's words. Marked as free of effects, or the script in the broker's page would carry it. */
export const refusals = /* @__PURE__ */ refusalsFrom({
  not_an_adapter: () => 'This is not an adapter; a file of one is JSON and begins with its format, taffrail.adapter.',
  adapter_too_new: () => 'This adapter was written by a newer version of Taffrail; update this one first.',
  adapter_too_long: (d: { characters: number }) =>
    `An adapter has at most ${LONGEST_FILE} characters; this has ${d.characters}, which is more than any ticket needs.`,
  adapter_not_taken: (d: { at: string; problem: string }) =>
    `This adapter is not taken: ${d.at === '' ? 'it' : d.at} ${d.problem}. Ask whoever shared it, or teach the page yourself.`,
});
