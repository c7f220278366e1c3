import { decimal, signOf, type Day, type DecimalText, type Id, type Instant } from '@taffrail/domain/kernel';
import { readShorthand, type Leg, type SaidLeg, type Shorthand } from '@taffrail/domain/tradelog';

/** What becomes of what was typed. */
export type Outcome = 'filled' | 'planned' | 'ordered';

/** A trade being typed, by its line or by its fields. It is kept on the device until it is saved or thrown away. */
export interface EntryDraft {
  readonly position_id: Id;
  readonly line: string;
  readonly account_id: Id | undefined;
  /** Undefined follows from what was typed: with prices it is filled. */
  readonly outcome: Outcome | undefined;
  readonly symbol: string;
  readonly legs: readonly DraftLeg[];
  readonly entry: DecimalText | undefined;
  readonly stop: DecimalText | undefined;
  readonly target: DecimalText | undefined;
  readonly risk: DecimalText | undefined;
  readonly fees: DecimalText | undefined;
  readonly tags: readonly string[];
  readonly thesis: string;
  /** Undefined stands for the moment of saving. */
  readonly occurred_at: Instant | undefined;
  readonly is_market: boolean;
  readonly good_until: Day | undefined;
}

export interface DraftLeg extends Pick<Leg, 'id' | 'instrument_type' | 'expiry' | 'strike' | 'right'> {
  readonly quantity: DecimalText | undefined;
  readonly multiplier: DecimalText | undefined;
  readonly price: DecimalText | undefined;
  /** What was filled besides the first price; each with a quantity of its own. */
  readonly more_fills: readonly DraftFill[];
}

export interface DraftFill {
  readonly id: Id;
  readonly quantity: DecimalText | undefined;
  readonly price: DecimalText | undefined;
  /** Undefined stands for the moment of the first one. */
  readonly occurred_at: Instant | undefined;
}

export function emptyDraft(nextId: () => Id, account_id: Id | undefined): EntryDraft {
  return {
    position_id: nextId(),
    line: '',
    account_id,
    outcome: undefined,
    symbol: '',
    legs: [emptyLeg(nextId())],
    entry: undefined,
    stop: undefined,
    target: undefined,
    risk: undefined,
    fees: undefined,
    tags: [],
    thesis: '',
    occurred_at: undefined,
    is_market: false,
    good_until: undefined,
  };
}

export function emptyLeg(id: Id, like?: DraftLeg): DraftLeg {
  return {
    id,
    instrument_type: like?.instrument_type ?? 'stock',
    expiry: like?.expiry ?? null,
    strike: null,
    right: like?.right ?? null,
    quantity: undefined,
    multiplier: undefined,
    price: undefined,
    more_fills: [],
  };
}

export const emptyFill = (id: Id): DraftFill => ({ id, quantity: undefined, price: undefined, occurred_at: undefined });

export const isSale = ({ quantity }: DraftLeg): boolean => quantity !== undefined && signOf(decimal(quantity)) < 0;

/** Whether anybody would miss it. */
export function isBlank({ line, symbol, legs, thesis, tags }: EntryDraft): boolean {
  return [line, symbol, thesis].every((text) => text.trim() === '') && tags.length === 0 && legs.every(isBlankLeg);
}

const isBlankLeg = ({ quantity, price, strike, expiry }: DraftLeg): boolean =>
  quantity === undefined && price === undefined && strike === null && expiry === null;

/** With a price for every leg it has happened; an order is only what somebody calls one. */
export function outcomeOf({ outcome, legs }: EntryDraft): Outcome {
  return outcome ?? (legs.every(({ price }) => price !== undefined) ? 'filled' : 'planned');
}

/**
 * The same trade with another line. What the line says stands in the fields; what it said before and does not say any more is gone from
 * them; and what was typed into a field the line never spoke of stays.
 */
export function withLine(draft: EntryDraft, line: string, today: Day, nextId: () => Id): EntryDraft {
  const before = readShorthand(draft.line, today);
  const said = readShorthand(line, today);
  const field = (name: 'entry' | 'stop' | 'target' | 'risk' | 'fees') =>
    said[name] ?? (before[name] === undefined ? draft[name] : undefined);
  return {
    ...draft,
    line,
    symbol: said.symbol ?? (before.symbol === undefined ? draft.symbol : ''),
    legs: legsSaid(draft.legs, before, said, nextId),
    entry: field('entry'),
    stop: field('stop'),
    target: field('target'),
    risk: field('risk'),
    fees: field('fees'),
    tags: [...new Set([...said.tags, ...draft.tags.filter((tag) => !before.tags.includes(tag))])],
  };
}

/** A leg keeps its id, and whatever the line does not say about it, by its place. */
function legsSaid(legs: readonly DraftLeg[], before: Shorthand, said: Shorthand, nextId: () => Id): readonly DraftLeg[] {
  if (said.symbol === undefined) return before.symbol === undefined ? legs : [emptyLeg(legs[0]?.id ?? nextId())];
  return said.legs.map((leg, place) => legSaid(legs[place] ?? emptyLeg(nextId()), before.legs[place], leg));
}

function legSaid(leg: DraftLeg, before: SaidLeg | undefined, said: SaidLeg): DraftLeg {
  const sameKind = leg.instrument_type === said.instrument_type;
  const typed = <T>(now: T | null | undefined, earlier: T | null | undefined, inField: T): T | undefined =>
    now ?? (sameKind && (earlier === null || earlier === undefined) ? inField : undefined);
  return {
    ...leg,
    instrument_type: said.instrument_type,
    quantity: said.quantity,
    expiry: typed(said.expiry, before?.expiry, leg.expiry) ?? null,
    strike: typed(said.strike, before?.strike, leg.strike) ?? null,
    right: typed(said.right, before?.right, leg.right) ?? null,
    price: typed(said.price, before?.price, leg.price),
    multiplier: sameKind ? leg.multiplier : undefined,
  };
}

/** A leg of another kind loses the terms that kind has not got. */
export function asKind(leg: DraftLeg, instrument_type: Leg['instrument_type']): DraftLeg {
  const isOption = instrument_type === 'option';
  return {
    ...leg,
    instrument_type,
    multiplier: undefined,
    expiry: instrument_type === 'stock' ? null : leg.expiry,
    strike: isOption ? leg.strike : null,
    right: isOption ? (leg.right ?? 'call') : null,
  };
}
