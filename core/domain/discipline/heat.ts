import { type Day, type Decimal, ZERO, absolute, compare, decimal, maxOf, multiply, decimalFromInteger, signOf } from '../kernel/index.ts';
import type { Calendar } from './calendar.ts';

const WARMEST = 4;

export interface HeatDay {
  readonly date: Day;
  /** From -4, the coldest, to 4; 0 where nothing was made or lost. */
  readonly heat: number;
}

/** How each day went beside the strongest one, in quarters of it, for one currency. */
export function heatOf({ days }: Calendar, currency: string): readonly HeatDay[] {
  const nets = days.flatMap(({ date, net_pnl }) => {
    const own = net_pnl.find((net) => net.currency === currency);
    return own === undefined ? [] : [{ date, net: decimal(own.amount) }];
  });
  const strongest = maxOf([ZERO, ...nets.map(({ net }) => absolute(net))]);
  return nets.map(({ date, net }) => ({ date, heat: signOf(net) * quartersOf(absolute(net), strongest) }));
}

/** Rounded up, so that whatever was made or lost shows. */
function quartersOf(amount: Decimal, strongest: Decimal): number {
  const fourfold = multiply(amount, decimalFromInteger(WARMEST));
  let quarters = 0;
  while (compare(fourfold, multiply(strongest, decimalFromInteger(quarters))) > 0) quarters += 1;
  return quarters;
}
