import {
  type Day,
  type DecimalText,
  add,
  decimal,
  decimalText,
  maxOf,
  minOf,
  multiply,
  negate,
  signOf,
  subtract,
} from '../kernel/index.ts';
import type { PhaseSettings } from './settings.ts';
import type { DayResult } from './trade.ts';

const RISE = decimal('0.05');
const FALL = decimal('0.1');

/**
 * The days are in their order. A phase begins at its smallest size. Each trading day that made money adds a twentieth of the way to its largest, each that
 * lost takes two away, and the size never leaves the range. Only days before this one count: a size stands for the whole day, so
 * that nothing won or lost today tempts anybody to trade larger or lets them say they did not know.
 * A better result on any day never makes it smaller, and a worse one never larger.
 */
export function positionSizeOn(day: Day, { position_size_min, position_size_max }: PhaseSettings, days: readonly DayResult[]): DecimalText {
  const [least, most] = [decimal(position_size_min), decimal(position_size_max)];
  const range = subtract(most, least);
  const moves = { 1: multiply(range, RISE), 0: decimal('0'), [-1]: negate(multiply(range, FALL)) };
  const before = days.filter((each) => each.day < day);
  const size = before.reduce((held, { net }) => minOf([most, maxOf([least, add(held, moves[signOf(net)])])]), least);
  return decimalText(size);
}
