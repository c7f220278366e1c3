import { asJson, type Day, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Wish } from '@taffrail/replica';
import { answersTo, type SamplePlaybook } from './checklists.ts';
import { daysAhead } from './days.ts';
import type { AccountIds } from './ground.ts';
import type { Happened } from './happened.ts';
import type { SampleLeg } from './sampleTrade.ts';

export interface Desk {
  readonly accountIds: AccountIds;
  readonly playbooks: readonly SamplePlaybook[];
  readonly today: Day;
  readonly nextId: () => Id;
}

/** A trade with its checklists and what was learnt from it. */
export function tradeWishes(happened: Happened, turn: number, desk: Desk): readonly Wish[] {
  const { id, trade, entered, left } = happened;
  const followed = desk.playbooks.filter(({ content }) => content.strategy_bindings?.some((binding) => trade.tags?.includes(binding)));
  const answered = followed.map((playbook): Wish => {
    const { response_id, payload } = answersTo(playbook, id, turn, trade.intended);
    return { type: 'SubmitResponse', aggregate_id: response_id, payload: asJson(payload), occurred_at: entered };
  });
  return [position(happened, desk), ...answered, ...(left === undefined ? [] : lesson(happened, left, desk))];
}

function position({ id, trade, entered, enteredOn, left }: Happened, { accountIds, today, nextId }: Desk): Wish {
  const { symbol, stop, target, tags = [], thesis } = trade;
  const legs = trade.legs.map((leg) => ({ id: nextId(), leg }));
  const payload = {
    account_id: accountIds[trade.account],
    symbol,
    tags: [...tags],
    legs: legs.map(({ id: legId, leg }) => ({ id: legId, ...termsOf(leg, enteredOn, today) })),
    plan: trade.legs.length > 1 ? null : { entry: trade.legs[0]?.entry, stop, target, thesis },
    fills: [
      ...legs.map(({ id: legId, leg }) => fill(legId, leg, leg.quantity, leg.entry, entered, nextId)),
      ...legs.flatMap(({ id: legId, leg }) =>
        left === undefined || leg.exit === undefined ? [] : [fill(legId, leg, opposite(leg.quantity), leg.exit, left, nextId)],
      ),
    ],
  };
  return { type: 'CreatePosition', aggregate_id: id, payload: asJson(payload), occurred_at: entered };
}

function fill(leg_id: Id, { kind }: SampleLeg, quantity: string, price: string, occurred_at: Instant, nextId: () => Id) {
  return { fill_id: nextId(), leg_id, quantity, price, fees: kind === 'stock' ? '0.10' : '1.24', occurred_at };
}

function termsOf(leg: SampleLeg, enteredOn: Day, today: Day) {
  const { quantity } = leg;
  if (leg.kind === 'stock') return { instrument_type: 'stock', quantity };
  if (leg.kind === 'option')
    return { instrument_type: 'option', quantity, strike: leg.strike, right: leg.right, expiry: daysAhead(today, leg.expires) };
  const expiry = Temporal.PlainDate.from(enteredOn).add({ months: leg.months }).toString();
  return { instrument_type: 'future', quantity, expiry };
}

function lesson({ id, trade }: Happened, left: Instant, { nextId }: Desk): readonly Wish[] {
  if (trade.lesson === undefined) return [];
  const [object_of_reflection, notes] = trade.lesson;
  const payload = { position_id: id, object_of_reflection, notes, phase: 'review' };
  return [{ type: 'WriteJournalEntry', aggregate_id: nextId(), payload, occurred_at: left }];
}

const opposite = (quantity: string): string => (quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`);
