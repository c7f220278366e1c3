import { groundOf, isForKeeper } from '@taffrail/domain/conduct';
import { type Command, type Refusal, sameJson } from '@taffrail/domain/kernel';
import { type Evidence, evidenceOf, refusals } from '@taffrail/domain/phases';
import { syncRefusals } from '@taffrail/sync';
import type { BookNow } from '../workspace/index.ts';
import { termsIn, withTrades } from './book.ts';

/** What was shown in the present stay, as the book has it now. */
export function evidenceIn(book: BookNow): Evidence {
  const terms = termsIn(book);
  const since = terms.progress?.since ?? null;
  const { progress, settings, trades, capital, clockOf } = groundOf(withTrades(book, terms, since === null ? {} : { since }));
  return evidenceOf(trades, progress, { currency: settings.currency, capital }, clockOf);
}

const resting: ReadonlySet<string> = new Set(['JudgePhase', 'AdvancePhase', 'OverridePhase']);

/**
 * A phase rests on the figures that the book comes to in the very moment it is decided, whoever asks. So nobody can make any up, and a
 * book that judged itself on a device alone brings its changes of phase along, in their order, with the trades they rest on. What the
 * server judges by itself is left to it; what somebody asked for is theirs to ask again.
 */
export function unfoundedFigures({ type, payload }: Command, book: BookNow): Refusal | undefined {
  if (!resting.has(type)) return undefined;
  const { evidence } = payload as { readonly evidence?: unknown };
  if (sameJson(evidence, evidenceIn(book))) return undefined;
  return isForKeeper({ type }) ? syncRefusals.kept_by_the_server({ type }) : refusals.figures_outdated();
}
