import { type Decimal, compare, divide, multiply, subtract, add } from '../kernel/index.ts';
import { RATIO_PLACES } from './limits.ts';

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
