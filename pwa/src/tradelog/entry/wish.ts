import { add, asJson, decimal, decimalText, tradingDayBounds, type DecimalText, type Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { Wish } from '@taffrail/replica';
import { momentIn, withFees } from '../form/fillTerms.ts';
import { outcomeOf, type DraftLeg, type EntryDraft } from './draft.ts';

/** The command that a draft comes to, once somebody wants it. */
export function wishOf(draft: EntryDraft, account: Account, nextId: () => Id): Wish {
  return outcomeOf(draft) === 'ordered' ? orderOf(draft, account) : positionOf(draft, nextId);
}

export function positionOf(draft: EntryDraft, nextId: () => Id): Wish {
  const fills = outcomeOf(draft) === 'filled' ? fillsOf(draft, nextId) : [];
  return {
    type: 'CreatePosition',
    aggregate_id: draft.position_id,
    payload: asJson({ account_id: draft.account_id, ...templateOf(draft), fills }),
    ...momentIn(draft),
  };
}

function orderOf(draft: EntryDraft, account: Account): Wish {
  return {
    type: 'PlaceOrder',
    aggregate_id: draft.position_id,
    payload: asJson({
      account_id: draft.account_id,
      position_id: null,
      position_template: templateOf(draft),
      order_type: draft.is_market ? 'market' : 'limit',
      limit_price: draft.is_market ? null : (draft.entry ?? draft.legs[0]?.price ?? null),
      // The last moment of that trading day.
      good_until: draft.good_until === undefined ? null : tradingDayBounds(draft.good_until, account).ends_at,
    }),
  };
}

function templateOf({ symbol, legs, tags, entry, stop, target, risk, thesis, ...draft }: EntryDraft) {
  const plan = { entry: entry ?? plannedEntryOf({ ...draft, entry, legs }), stop, target, risk, thesis: thesis.trim() || undefined };
  return {
    symbol,
    tags,
    legs: legs.map(legOf),
    plan: Object.values(plan).some((part) => part !== undefined) ? plan : null,
  };
}

/** What a single leg is planned or ordered at is the plan's entry; what it was filled at is not. */
function plannedEntryOf(draft: Pick<EntryDraft, 'outcome' | 'entry' | 'legs'>): DecimalText | undefined {
  const [leg, ...more] = draft.legs;
  const isPlan = draft.outcome === 'planned' || draft.outcome === 'ordered';
  return isPlan && more.length === 0 ? leg?.price : undefined;
}

function legOf(leg: DraftLeg) {
  const { id, instrument_type, expiry, strike, right, multiplier } = leg;
  return { id, instrument_type, expiry, strike, right, quantity: quantityOf(leg), ...(multiplier !== undefined && { multiplier }) };
}

/** All fills of a leg together are what was meant. */
export function quantityOf({ quantity, more_fills }: DraftLeg): DecimalText | undefined {
  if (quantity === undefined) return undefined;
  const rest = more_fills.flatMap((fill) => (fill.quantity === undefined ? [] : decimal(fill.quantity)));
  return decimalText(rest.reduce(add, decimal(quantity)));
}

function fillsOf(draft: EntryDraft, nextId: () => Id) {
  const moment = momentIn(draft);
  const fills = draft.legs.flatMap(({ id: leg_id, price, quantity, more_fills }) => [
    { fill_id: nextId(), leg_id, price, quantity, ...moment },
    ...more_fills.map(({ id: fill_id, occurred_at, ...fill }) => ({ fill_id, leg_id, ...fill, ...moment, ...momentIn({ occurred_at }) })),
  ]);
  return withFees(fills, draft);
}

/** What is missing before the rules need to be asked. Undefined where nothing is. */
export function missingIn({ symbol, legs, account_id, ...draft }: EntryDraft): 'account_id' | 'symbol' | 'quantity' | 'price' | undefined {
  if (account_id === undefined) return 'account_id';
  if (symbol.trim() === '') return 'symbol';
  if (legs.some(({ quantity }) => quantity === undefined)) return 'quantity';
  const needsPrices = draft.outcome === 'filled';
  return needsPrices && legs.some(({ price }) => price === undefined) ? 'price' : undefined;
}
