import type { Day, Id, Instant } from '@taffrail/domain/kernel';
import { momentOn } from './days.ts';
import { drilledTrades } from './drill.ts';
import type { SampleTrade } from './sampleTrade.ts';
import { sampleTrades } from './trades.ts';

/** A made-up trade on the days it took place on. */
export interface Happened {
  readonly id: Id;
  readonly trade: SampleTrade;
  readonly entered: Instant;
  readonly enteredOn: Day;
  readonly left: Instant | undefined;
}

/** When the trades of a day are entered and left, one after the other. */
const slots = [
  ['09:42', '11:18'],
  ['11:24', '12:06'],
  ['12:15', '13:02'],
  ['13:10', '13:54'],
  ['14:05', '14:40'],
] as const;

/** What is over by now or still open, in the order in which it was entered. `days` are trading days, latest first. */
export function happenedBy(now: Instant, days: readonly Day[], nextId: () => Id): readonly Happened[] {
  return [...drilledTrades(), ...sampleTrades]
    .map((trade) => happened(trade, days, nextId()))
    .filter(({ entered, left }) => (left ?? entered) < now)
    .toSorted((a, b) => (a.entered < b.entered ? -1 : 1));
}

function happened(trade: SampleTrade, days: readonly Day[], id: Id): Happened {
  const [entry, exit] = slots[trade.slot ?? 0] ?? slots[0];
  const enteredOn = days[trade.entered] as Day;
  const leftOn = trade.left === undefined ? undefined : (days[trade.left] as Day);
  return { id, trade, enteredOn, entered: momentOn(enteredOn, entry), left: leftOn && momentOn(leftOn, exit) };
}
