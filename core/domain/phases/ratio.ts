import { type Decimal, type DecimalText, add, compare, decimal, decimalText, divide, multiply, subtract } from '../kernel/index.ts';
import { RATIO_PLACES } from './limits.ts';

/** As people say it: 0.55 is 55 %. */
export function percentText(fraction: DecimalText): string {
  return `${hundredfold(fraction)} %`;
}

/** What lies between two of them. */
export function pointsText(from: DecimalText, to: DecimalText): string {
  const points = hundredfold(decimalText(subtract(decimal(to), decimal(from))));
  return `${points} percentage ${points === '1' ? 'point' : 'points'}`;
}

function hundredfold(fraction: DecimalText): DecimalText {
  return decimalText(multiply(decimal(fraction), decimal('100')));
}

const LAST_PLACE: Decimal = { coefficient: 1n, scale: RATIO_PLACES };

/** For what has to be reached: it never shows a threshold that it is below. The whole is positive. */
export function ratioDown(part: Decimal, whole: Decimal): Decimal {
  const nearest = divide(part, whole, RATIO_PLACES);
  return compare(multiply(nearest, whole), part) > 0 ? subtract(nearest, LAST_PLACE) : nearest;
}

/** For what must not be exceeded: it never hides what lies above a limit. The whole is positive. */
export function ratioUp(part: Decimal, whole: Decimal): Decimal {
  const nearest = divide(part, whole, RATIO_PLACES);
  return compare(multiply(nearest, whole), part) < 0 ? add(nearest, LAST_PLACE) : nearest;
}
