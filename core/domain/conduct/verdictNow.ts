import { type AccountNow, type Intended, type PhaseNow, type Reason, type Verdict, reachOf, verdictOf } from '../discipline/index.ts';
import type { DecimalText, Instant } from '../kernel/index.ts';
import { standingOf, termsOf } from '../phases/index.ts';
import { type Book, groundOf } from './book.ts';

/** What somebody who is about to trade asks with. */
export interface Asked {
  readonly now: Instant;
  readonly account: AccountNow;
  /** What is meant to be traded, as far as it has been said. */
  readonly intended: Intended | null;
  /** What the grade of its checklist allows; null without one. */
  readonly grade_cap_pct: DecimalText | null;
  /** What else stands against it. */
  readonly halts: readonly Reason[];
}

/** What may be done now. Every face, the server and scripts ask here, so that all of them hear the same. */
export function verdictNow(book: Book, { now, account, intended, grade_cap_pct, halts }: Asked): Verdict {
  const { rules, trades } = book;
  const reach = reachOf(now, account, rules);
  return verdictOf({
    now,
    account,
    rules,
    trades: trades.filter(({ opened_on, closed_on }) => (closed_on ?? opened_on) >= reach),
    phase: phaseNow(book, now),
    grade_cap_pct,
    halts,
    intended,
  });
}

/** Phases have a say once somebody has said where they stand. */
function phaseNow(book: Book, now: Instant): PhaseNow | null {
  return (book.progress?.stay ?? 0) === 0 ? null : termsOf(standingOf(groundOf(book), now));
}
