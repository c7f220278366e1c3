import type { Wish } from '@taffrail/domain/conduct';
import { asJson, type Day, type Id } from '@taffrail/domain/kernel';
import { readShorthand } from '@taffrail/domain/tradelog';

/** A trade as a line says it. With a price for every leg it is filled, otherwise it is planned. */
export interface QuickTrade {
  readonly symbol: string;
  readonly isFilled: boolean;
  readonly wish: Wish;
}

/** Undefined while the line is not enough to be a trade. */
export function quickTrade(line: string, today: Day, accountId: Id, nextId: () => Id): QuickTrade | undefined {
  const { symbol, legs: said, entry, stop, target, risk, tags } = readShorthand(line, today);
  if (symbol === undefined || said.length === 0) return undefined;
  const isFilled = said.every(({ price }) => price !== undefined);
  const legs = said.map(({ price, ...leg }) => ({ leg: { id: nextId(), ...leg }, price }));
  const fills = isFilled ? legs.map(({ leg, price }) => ({ fill_id: nextId(), leg_id: leg.id, quantity: leg.quantity, price })) : [];
  const plan = [entry, stop, target, risk].some((part) => part !== undefined) ? { entry, stop, target, risk } : null;
  // As it goes over the wire: what was left out is not there.
  const payload: unknown = JSON.parse(
    JSON.stringify({ account_id: accountId, symbol, tags, legs: legs.map(({ leg }) => leg), plan, fills }),
  );
  return { symbol, isFilled, wish: { type: 'CreatePosition', aggregate_id: nextId(), payload: asJson(payload) } };
}
