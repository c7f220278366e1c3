import { type DecimalText, decimal, decimalText, multiply, subtract } from '../kernel/index.ts';

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
