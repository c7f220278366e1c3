import { type DecimalText, absolute, decimal, decimalText, divideDown, isZero, minOf, multiply, subtract } from '../kernel/index.ts';

export interface SizeAsked {
  /** What percentages are of, in the currency of the prices. */
  readonly account_size: DecimalText;
  /** The most that may be lost between entry and stop, in percent of it. */
  readonly risk_pct: DecimalText;
  readonly entry: DecimalText;
  readonly stop: DecimalText;
  readonly multiplier: DecimalText;
  /** The most that may be put in; null where nothing limits it. */
  readonly most_put_in: DecimalText | null;
}

const HUNDREDTH = decimal('0.01');

/** The most whole units that risk no more than that, and cost no more than that; undefined where the stop is no way off. */
export function sizeAllowed({ account_size, risk_pct, entry, stop, multiplier, most_put_in }: SizeAsked): DecimalText | undefined {
  const each = decimal(multiplier);
  const way = multiply(absolute(subtract(decimal(entry), decimal(stop))), each);
  if (isZero(way)) return undefined;
  const mayLose = multiply(multiply(decimal(account_size), decimal(risk_pct)), HUNDREDTH);
  const byRisk = divideDown(mayLose, way, 0);
  const cost = multiply(absolute(decimal(entry)), each);
  const bySize = most_put_in === null || isZero(cost) ? byRisk : divideDown(decimal(most_put_in), cost, 0);
  return decimalText(minOf([byRisk, bySize]));
}
