import { type Instant, type Versioned, decimalText } from '../kernel/index.ts';
import type { Account } from './account.ts';
import { netDebitOf } from './entry.ts';
import { daysToExpiry } from './expiry.ts';
import { isKnown } from './figure.ts';
import { type Fill, inMarketOrder, liveFills } from './fill.ts';
import type { Leg } from './leg.ts';
import type { Position } from './position.ts';
import { strategyOf } from './strategy.ts';

/** A position as other services see it: what is on, what traded, and nothing about how it is kept. */
export function positionSnapshot({ version, state: position }: Versioned<Position>, account: Account, now: Instant) {
  const netDebit = netDebitOf(position);
  const dte = daysToExpiry(position, account, now);
  return {
    position_id: position.id,
    version,
    status: position.status,
    symbol: position.symbol,
    underlying: position.underlying,
    legs: position.legs.map(legSnapshot),
    fills: inMarketOrder(liveFills(position.fills)).map(fillSnapshot),
    metadata: {
      derived_strategy: strategyOf(position.legs),
      net_debit: isKnown(netDebit) ? decimalText(netDebit.value) : null,
      dte: isKnown(dte) ? dte.value : null,
    },
  };
}

function legSnapshot({ id, instrument_type, expiry, strike, right, quantity, multiplier }: Leg) {
  return { id, instrument_type, expiry, strike, right, quantity, multiplier };
}

function fillSnapshot({ leg_id, price, quantity, occurred_at }: Fill) {
  return { leg_id, price, quantity, occurred_at };
}
