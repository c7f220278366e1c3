import {
  type Decimal,
  type Money,
  absolute,
  add,
  compare,
  decimal,
  divide,
  isZero,
  minorDigits,
  moneyFromDecimal,
  multiply,
  signOf,
  subtract,
  ZERO,
} from '../kernel/index.ts';
import { fitsExactly } from './amount.ts';
import type { LegEntry } from './entry.ts';
import { isKnown } from './figure.ts';
import { liveFills } from './fill.ts';
import { legById } from './leg.ts';
import { booksOf } from './matching.ts';
import { extremesOf, isRiskDefined } from './payoff.ts';
import type { InitialRisk, Position } from './position.ts';

type RestsOn = InitialRisk['rests_on'];

/**
 * What the trade could lose, at the moment it was entered: what the trader said, else the distance to the stop, else what the structure
 * itself can lose. A plan counts only while entering; a stop written down later was never what the trade was entered on.
 */
export function riskAtEntry(position: Position, entering: boolean): InitialRisk | undefined {
  const planned = entering ? (statedRisk(position) ?? stopRisk(position)) : undefined;
  return planned ?? maxLossRisk(position);
}

function statedRisk({ plan }: Position): InitialRisk | undefined {
  return plan?.risk ? { amount: plan.risk, basis: 'stated', stop: plan.stop, rests_on: [] } : undefined;
}

function stopRisk(position: Position): InitialRisk | undefined {
  const stop = position.plan?.stop ?? null;
  const rests_on = entered(position);
  const amount = stop === null ? undefined : stopAmount(position, rests_on, stop);
  return amount !== undefined && amount.minor > 0 ? { amount, basis: 'stop', stop, rests_on } : undefined;
}

function maxLossRisk(position: Position): InitialRisk | undefined {
  const rests_on = entered(position);
  const amount = maxLossAmount(position, rests_on);
  const complete = amount !== undefined && amount.minor > 0 && hasReachedItsPlan(position, rests_on);
  return complete ? { amount, basis: 'max_loss', stop: position.plan?.stop ?? null, rests_on } : undefined;
}

/** The same figure from the fills as they have been corrected. Undefined where they no longer give one; then the frozen figure stands. */
export function reworkedRisk(position: Position, frozen: InitialRisk): InitialRisk | undefined {
  const amount =
    frozen.basis === 'stop' && frozen.stop !== null
      ? stopAmount(position, frozen.rests_on, frozen.stop)
      : frozen.basis === 'max_loss'
        ? maxLossAmount(position, frozen.rests_on)
        : undefined;
  return amount && { ...frozen, amount };
}

function entered(position: Position): RestsOn {
  return booksOf(position)
    .filter(({ leg }) => !leg.delivered)
    .map(({ leg, entry }) => ({ leg_id: leg.id, quantity: leg.quantity, fill_ids: entry.map((lot) => lot.fill_id) }));
}

function hasReachedItsPlan(position: Position, restsOn: RestsOn): boolean {
  return restsOn.every((part) => {
    const reached = entryFrom(position, part)?.quantity ?? ZERO;
    const planned = decimal(part.quantity);
    return signOf(reached) === signOf(planned) && compare(absolute(reached), absolute(planned)) >= 0;
  });
}

function stopAmount(position: Position, restsOn: RestsOn, stop: string): Money | undefined {
  const [part] = restsOn;
  const entry = restsOn.length === 1 && part !== undefined ? entryFrom(position, part) : undefined;
  if (entry === undefined || part === undefined) return undefined;
  const { leg, quantity, cost } = entry;
  const distance = absolute(subtract(cost, multiply(decimal(stop), quantity)));
  const size = multiply(absolute(decimal(part.quantity)), decimal(leg.multiplier));
  return amountIn(position.currency, divide(multiply(distance, size), absolute(quantity), minorDigits(position.currency)));
}

function maxLossAmount(position: Position, restsOn: RestsOn): Money | undefined {
  const entries = restsOn.flatMap((part) => entryFrom(position, part) ?? []);
  if (entries.length !== restsOn.length || !isRiskDefined(entries)) return undefined;
  const { max_loss } = extremesOf(entries);
  return isKnown(max_loss) ? amountIn(position.currency, max_loss.value) : undefined;
}

function entryFrom({ legs, fills }: Position, { leg_id, fill_ids }: RestsOn[number]): LegEntry | undefined {
  const leg = legById(legs, leg_id);
  const ids = new Set(fill_ids);
  const own = liveFills(fills).filter((fill) => ids.has(fill.id));
  let [quantity, cost] = [ZERO, ZERO];
  for (const fill of own) {
    if (fill.price === null) return undefined;
    quantity = add(quantity, decimal(fill.quantity));
    cost = add(cost, multiply(decimal(fill.price), decimal(fill.quantity)));
  }
  return leg === undefined || isZero(quantity) ? undefined : { leg, quantity, cost };
}

function amountIn(currency: string, amount: Decimal): Money | undefined {
  return fitsExactly(amount, currency) ? moneyFromDecimal(amount, currency) : undefined;
}
