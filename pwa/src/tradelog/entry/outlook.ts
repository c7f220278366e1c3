import {
  decimal,
  decimalText,
  isRefusal,
  negate,
  settle,
  type DecimalText,
  type Id,
  type Instant,
  type Refusal,
  type Versioned,
} from '@taffrail/domain/kernel';
import { positionView, tradelog, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import type { Wish } from '@taffrail/replica';
import { outcomeOf, type EntryDraft } from './draft.ts';
import { missingIn, positionOf, quantityOf } from './wish.ts';

/** What the rules make of a trade that is still being typed. */
export interface Outlook {
  /** What there would be in the book; nothing where it would not be saved. */
  readonly position: Position | undefined;
  /** As it would be saved; or why it would not be. */
  readonly view: PositionView | Refusal | undefined;
  /** As it would be once filled, where it is only planned: what would be at risk. */
  readonly entered: PositionView | undefined;
  /** What it comes to at its target. */
  readonly atTarget: PositionView | undefined;
}

/** Of what is not enough to be a trade yet. */
export const NO_OUTLOOK: Outlook = { position: undefined, view: undefined, entered: undefined, atTarget: undefined };

/** Every figure comes from the same rules that decide when it is saved: the trade is tried out, and nothing of it is kept. */
export function outlookOf(draft: EntryDraft, account: Account, now: Instant): Outlook {
  if (missingIn(draft) !== undefined) return NO_OUTLOOK;
  const position = tried([positionOf(draft, counter())], account, now);
  const entered = viewOf(tried([positionOf(asFilled(draft), counter())], account, now), account, now);
  return {
    position: isRefusal(position) ? undefined : position?.state,
    view: isRefusal(position) ? position : viewOf(position, account, now),
    entered,
    atTarget: entered && atTarget(draft, account, now),
  };
}

/** A single leg is planned at one price, so it can be tried as if filled there; a structure needs a price for every leg. */
function asFilled(draft: EntryDraft): EntryDraft {
  const [leg, ...more] = draft.legs;
  const price = leg?.price ?? draft.entry;
  if (outcomeOf(draft) === 'filled' || leg === undefined || more.length > 0 || price === undefined) return { ...draft, outcome: 'filled' };
  return { ...draft, outcome: 'filled', occurred_at: undefined, legs: [{ ...leg, price }] };
}

function atTarget(draft: EntryDraft, account: Account, now: Instant): PositionView | undefined {
  const [leg, ...more] = draft.legs;
  const quantity = leg && quantityOf(leg);
  if (draft.target === undefined || leg === undefined || quantity === undefined || more.length > 0) return undefined;
  const ids = counter();
  const created = positionOf({ ...asFilled(draft), occurred_at: undefined }, ids);
  return viewOf(tried([created, exit(draft.position_id, leg.id, quantity, draft.target, ids)], account, now), account, now);
}

function exit(aggregate_id: Id, leg_id: Id, quantity: DecimalText, price: DecimalText, nextId: () => Id): Wish {
  const next = { next_position_id: nextId(), next_leg_id: nextId(), next_fill_id: nextId() };
  const payload = { fill_id: nextId(), leg_id, price, quantity: decimalText(negate(decimal(quantity))), ...next };
  return { type: 'RecordFill', aggregate_id, payload };
}

function tried(wishes: readonly Wish[], account: Account, now: Instant): Versioned<Position> | Refusal | undefined {
  const states = new Map<string, Versioned>([[account.id, { version: 1, state: account }]]);
  let id: Id | undefined;
  for (const wish of wishes) {
    // As it goes over the wire: what was left out is not there.
    const command = { command_id: counter()(), ...(JSON.parse(JSON.stringify(wish)) as Wish) };
    const outcome = settle([tradelog], command, ({ aggregate_id }) => states.get(aggregate_id), now);
    if (isRefusal(outcome)) return outcome;
    for (const change of outcome.changes) states.set(change.aggregate_id, change.after);
    id = wish.aggregate_id;
  }
  return id === undefined ? undefined : (states.get(id) as Versioned<Position> | undefined);
}

function viewOf(position: Versioned<Position> | Refusal | undefined, account: Account, now: Instant): PositionView | undefined {
  return position === undefined || isRefusal(position) ? undefined : positionView(position, account, now);
}

/** Ids that go no further than this trial. */
function counter(): () => Id {
  let count = 0;
  return () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;
}
