import { type Decimal, type DecimalText, decimal, decimalOf, multiply, signOf, sumOf } from '../kernel/index.ts';
import { entryOf } from './entry.ts';
import { amountText, isKnown } from './figure.ts';
import type { Position } from './position.ts';
import { plannedRiskOf } from './risk.ts';

/**
 * What is put into a trade at its opening, in its currency: the money paid for what was opened. Where nothing is paid, for a credit or a
 * short sale, or only a deposit, for a future, it is what was at risk then. Of a plan it is the same, as planned. Null where neither is
 * known.
 */
export function sizeOf(position: Position): DecimalText | null {
  const size = paidFor(position) ?? riskOf(position);
  return size === undefined ? null : amountText(size, position.currency);
}

function paidFor(position: Position): Decimal | undefined {
  const entry = entryOf(position);
  if (!isKnown(entry) || entry.value.some(({ leg }) => leg.instrument_type === 'future')) return undefined;
  const paid = sumOf(entry.value.map(({ leg, cost }) => multiply(cost, decimal(leg.multiplier))));
  return signOf(paid) > 0 ? paid : undefined;
}

/** A stop that is written down once the trade is on was never what it was entered on. */
function riskOf(position: Position): Decimal | undefined {
  const amount = position.opened_at === null ? plannedRiskOf(position) : position.initial_risk?.amount;
  return amount && decimalOf(amount);
}
