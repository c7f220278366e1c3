import { absolute, decimal, decimalText, signOf } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import type { Projection } from '@taffrail/replica';
import type { PlannedTrade } from '../../app/index.ts';

/** The trades that are planned and nobody has said anything of since. */
export const plannedRows: Projection<Position, PlannedTrade> = {
  name: 'planned',
  make: 1,
  aggregate: 'position',
  reads: () => [],
  regards: () => null,
  row: ({ state }) => (state.status === 'planned' ? plannedTrade(state) : undefined),
};

function plannedTrade({ id, symbol, created_at, legs }: Position): PlannedTrade {
  const [leg, ...others] = legs;
  if (leg === undefined || others.length > 0) return { id, symbol, planned_at: created_at, leg: null };
  const quantity = decimal(leg.quantity);
  const side = signOf(quantity) < 0 ? 'sell' : 'buy';
  return { id, symbol, planned_at: created_at, leg: { side, quantity: decimalText(absolute(quantity)) } };
}
