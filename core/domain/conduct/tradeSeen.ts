import { type AccountNow, type DatedTrade, type InstrumentType, datedTrade } from '../discipline/index.ts';
import { type DecimalText, type Id, type Instant, compare, decimal } from '../kernel/index.ts';
import { type Position, outcomeOf, sizeOf } from '../tradelog/index.ts';

/** As much of a position as rules look at: the row of a list has it, on a device and on the server. */
export interface PositionSeen {
  readonly id: Id;
  readonly account_id: Id;
  readonly symbol: string;
  readonly instrument_types: readonly InstrumentType[];
  readonly currency: string;
  readonly opened_at: Instant | null;
  readonly closed_at: Instant | null;
  /** Of what was closed so far. */
  readonly realised_net: DecimalText | null;
  readonly r_multiple: DecimalText | null;
  readonly size: DecimalText | null;
  readonly merged_into: Id | null;
}

export function positionSeen(position: Position): PositionSeen {
  const { id, account_id, symbol, legs, currency, opened_at, closed_at, merged_into } = position;
  return {
    id,
    account_id,
    symbol,
    instrument_types: typesOf(legs),
    currency,
    opened_at,
    closed_at,
    ...outcomeOf(position),
    size: sizeOf(position),
    merged_into,
  };
}

export function typesOf(legs: readonly { readonly instrument_type: InstrumentType }[]): readonly InstrumentType[] {
  return [...new Set(legs.map(({ instrument_type }) => instrument_type))].toSorted();
}

/** As much of a checklist that was filled in for a trade. */
export interface ResponseSeen {
  /** Null while nothing was submitted. */
  readonly cap: DecimalText | null;
  readonly intended_risk_pct: DecimalText | null;
}

/** Undefined for what is no trade: never opened, or gone into another. */
export function tradeSeen(position: PositionSeen, responses: readonly ResponseSeen[], account: AccountNow): DatedTrade | undefined {
  const { id, account_id, symbol, instrument_types, currency, opened_at, closed_at, merged_into, size } = position;
  if (opened_at === null || merged_into !== null) return undefined;
  const closed = closed_at !== null;
  const trade = {
    position_id: id,
    account_id,
    symbol,
    instrument_types,
    currency,
    opened_at,
    closed_at,
    net: closed ? position.realised_net : null,
    r_multiple: closed ? position.r_multiple : null,
    intended_risk_pct: furthest(
      responses.map((response) => response.intended_risk_pct),
      1,
    ),
    risk_cap_pct:
      furthest(
        responses.map(({ cap }) => cap),
        -1,
      ) ?? account.account_max_risk_pct,
    size,
  };
  return datedTrade(trade, account);
}

/** Of several checklists the most that was meant and the least that was allowed count, so that filling in another hides nothing. */
function furthest(figures: readonly (DecimalText | null)[], direction: 1 | -1): DecimalText | null {
  return figures.reduce((found, figure) => {
    if (figure === null || found === null) return found ?? figure;
    return compare(decimal(figure), decimal(found)) === direction ? figure : found;
  }, null);
}
