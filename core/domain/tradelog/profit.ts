import {
  type Decimal,
  type DecimalText,
  ZERO,
  add,
  decimalOf,
  decimalText,
  divide,
  minorDigits,
  roundTo,
  signOf,
  subtract,
  sumOf,
} from '../kernel/index.ts';
import { type Figure, isKnown, known, unknown } from './figure.ts';
import { liveFills } from './fill.ts';
import { R_PLACES } from './limits.ts';
import { booksOf } from './matching.ts';
import type { Position } from './position.ts';

export interface Profit {
  readonly gross: Figure;
  readonly fees: Decimal;
  readonly net: Figure;
}

/** What has been closed so far, and every fee paid. Rounded once, at the end, to what the currency can pay. */
export function profitOf(position: Position): Profit {
  const fees = sumOf(liveFills(position.fills).map((fill) => decimalOf(fill.fees)));
  const gross = booksOf(position).reduce<Decimal | null>((sum, { realised }) => (sum && realised ? add(sum, realised) : null), ZERO);
  if (gross === null) {
    const note = unknown('a transfer came without its cost');
    return { gross: note, fees, net: note };
  }
  const paid = roundTo(gross, minorDigits(position.currency));
  return { gross: known(paid), fees, net: known(subtract(paid, fees)) };
}

/** The result in units of what was at risk when the trade was entered. */
export function rMultipleOf({ initial_risk }: Position, { net }: Profit): Figure<DecimalText> {
  if (!isKnown(net)) return net;
  const risk = initial_risk && decimalOf(initial_risk.amount);
  if (risk === null || signOf(risk) <= 0) return unknown('initial risk is not known');
  return known(decimalText(divide(net.value, risk, R_PLACES)));
}
