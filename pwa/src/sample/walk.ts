import { type Book, groundOf, phaseDue, verdictNow } from '@taffrail/domain/conduct';
import type { DatedTrade, DeclareOverride } from '@taffrail/domain/discipline';
import { addMs, type Day, type Id, type Instant } from '@taffrail/domain/kernel';
import { type AdvancePhase, type OverridePhase, phaseProgressId, standingOf } from '@taffrail/domain/phases';
import { sample as words } from '../words/index.ts';
import { asOf, bookSeen, phasesIn } from './bookSeen.ts';
import { momentOn } from './days.ts';
import { askedOnDay, overriddenOnDay } from './drill.ts';
import type { Happened } from './happened.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Something that is done at a moment, by what was known then. */
interface Step {
  readonly at: Instant;
  readonly wish: (book: Book, at: Instant) => { readonly type: string; readonly aggregate_id: Id; readonly payload: object } | null;
}

const MINUTE_MS = 60_000;

/**
 * Goes through the trades as they came about, and does what the product would have done each time: a phase that was earned or lost is
 * left as its trade closes. In between the trader asks for more than was shown, and goes over what stood against a trade.
 */
export function walk(rehearsal: Rehearsal, happened: readonly Happened[], days: readonly Day[], nextId: () => Id): void {
  const whole = bookSeen(rehearsal);
  const closings = happened.flatMap(({ left }) => (left === undefined ? [] : [{ at: addMs(left, MINUTE_MS), wish: phaseDue }]));
  const steps = [...closings, ...goingOver(happened, whole, nextId), ...asking(days)];
  for (const { at, wish } of steps.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const wanted = wish({ ...whole, ...phasesIn(rehearsal), trades: asOf(at, whole.trades) }, at);
    if (wanted !== null) rehearsal.wish({ ...wanted, occurred_at: at });
  }
}

function goingOver(happened: readonly Happened[], { trades }: Book, nextId: () => Id): readonly Step[] {
  return happened.flatMap(({ id, entered, trade: { override: reason } }) => {
    const meant = trades.find(({ position_id }) => position_id === id);
    if (reason === undefined || meant === undefined) return [];
    return [{ at: addMs(entered, -MINUTE_MS), wish: (book, at) => override(meant, reason, book, at, nextId()) } satisfies Step];
  });
}

function override({ account_id, position_id, ...trade }: DatedTrade, reason: string, book: Book, now: Instant, id: Id) {
  const { symbol, instrument_types, size } = trade;
  const account = book.accounts.find((each) => each.id === account_id);
  if (account === undefined) return null;
  const intended = { symbol, instrument_types, risk_pct: null, size };
  const { reasons } = verdictNow(book, { now, account, intended, grade_cap_pct: null, halts: [] });
  const payload: DeclareOverride = { account_id, position_id, reasons: reasons.filter(({ effect }) => effect === 'stops'), reason };
  return { type: 'DeclareOverride', aggregate_id: id, payload };
}

/** Somebody who wants to go on too early, mistypes the password once, and is let back up with the right one. */
function asking(days: readonly Day[]): readonly Step[] {
  const [askedOn, overriddenOn] = [days[askedOnDay] as Day, days[overriddenOnDay] as Day];
  return [
    {
      at: momentOn(askedOn, '17:30'),
      wish: (book, at) => phaseWish('AdvancePhase', { evidence: evidenceIn(book, at), operator_id: null }),
    },
    { at: momentOn(overriddenOn, '18:05'), wish: (book, at) => backUp(book, at, false) },
    { at: momentOn(overriddenOn, '18:07'), wish: (book, at) => backUp(book, at, true) },
  ];
}

function backUp(book: Book, at: Instant, override_verified: boolean) {
  const evidence = evidenceIn(book, at);
  return phaseWish('OverridePhase', { to_phase: 'trial', evidence, reason: words.backUp, operator_id: null, override_verified });
}

const phaseWish = (type: 'AdvancePhase' | 'OverridePhase', payload: AdvancePhase | OverridePhase) => ({
  type,
  aggregate_id: phaseProgressId,
  payload,
});

const evidenceIn = (book: Book, at: Instant) => standingOf(groundOf(book), at).evidence;
