import { type DecimalText, decimalText } from '../kernel/index.ts';
import { isKnown } from './figure.ts';
import type { Position } from './position.ts';
import { profitOf, rMultipleOf } from './profit.ts';

/** What has been closed of a position came to, whatever the clock of its account; null where nobody can know. */
export function outcomeOf(position: Position): { readonly realised_net: DecimalText | null; readonly r_multiple: DecimalText | null } {
  const profit = profitOf(position);
  const { net } = profit;
  const multiple = rMultipleOf(position, profit);
  return {
    realised_net: isKnown(net) ? decimalText(net.value) : null,
    r_multiple: isKnown(multiple) ? multiple.value : null,
  };
}
