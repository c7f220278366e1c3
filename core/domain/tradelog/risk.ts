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
import { type LegEntry, plannedEntry } from './entry.ts';
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
  return planned ?? maxLossOf(position, entered(position));
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

/**
 * What the plan may lose: what the trader said, or the way from the planned entry to the stop. Once it was entered that is the stop it was
 * entered on, because a stop that is trailed afterwards plans no other risk.
 */
export function plannedRiskOf(position: Position): Money | undefined {
  const { plan, initial_risk, currency } = position;
  if (plan === null || plan.risk !== null) return plan?.risk ?? undefined;
  const stop = initial_risk === null ? plan.stop : initial_risk.stop;
  const entry = plannedEntry(position);
  const [leg] = isKnown(entry) ? entry.value : [];
  const amount = stop !== null && leg !== undefined ? wayToStop(currency, leg, stop, leg.leg.quantity) : undefined;
  return amount !== undefined && amount.minor > 0 ? amount : undefined;
}

/**
 * The same figure from the fills as they have been corrected; the stop and the planned quantities are those frozen. Undefined where the
 * structure turns out never to have been complete, or never at risk. A stop without any entry price left keeps its figure.
 */
export function reworkedRisk(position: Position, frozen: InitialRisk): InitialRisk | undefined {
  if (frozen.basis === 'stop' && frozen.stop !== null) {
    return { ...frozen, amount: stopAmount(position, frozen.rests_on, frozen.stop) ?? frozen.amount };
  }
  if (frozen.basis !== 'max_loss') return frozen;
  const planned = new Map(frozen.rests_on.map(({ leg_id, quantity }) => [leg_id, quantity]));
  const entry = entered(position).flatMap((part) => {
    const quantity = planned.get(part.leg_id);
    return quantity === undefined ? [] : { ...part, quantity };
  });
  // Legs that were split off have taken their fills along; what is left was never the structure that was entered.
  return entry.length === frozen.rests_on.length ? maxLossOf(position, entry) : frozen;
}

function maxLossOf(position: Position, entry: RestsOn): InitialRisk | undefined {
  const rests_on = entry.map((part) => untilPlanned(position, part));
  const amount = maxLossAmount(position, rests_on);
  return amount && { amount, basis: 'max_loss', stop: null, rests_on };
}

function entered(position: Position): RestsOn {
  return booksOf(position)
    .filter(({ leg }) => !leg.delivered)
    .map(({ leg, entry }) => ({ leg_id: leg.id, quantity: leg.quantity, fill_ids: entry.map((lot) => lot.fill_id) }));
}

/** The fills that brought a leg to its planned quantity; adding to it afterwards is not the entry any more. */
function untilPlanned({ fills }: Position, { leg_id, quantity, fill_ids }: RestsOn[number]): RestsOn[number] {
  const planned = absolute(decimal(quantity));
  const needed: string[] = [];
  let reached = ZERO;
  for (const id of fill_ids) {
    if (compare(absolute(reached), planned) >= 0) break;
    const fill = fills.find((candidate) => candidate.id === id);
    reached = add(reached, decimal(fill?.quantity ?? '0'));
    needed.push(id);
  }
  return { leg_id, quantity, fill_ids: needed };
}

function hasReached({ quantity }: RestsOn[number], entry: LegEntry): boolean {
  const planned = decimal(quantity);
  return signOf(entry.quantity) === signOf(planned) && compare(absolute(entry.quantity), absolute(planned)) >= 0;
}

function stopAmount(position: Position, restsOn: RestsOn, stop: string): Money | undefined {
  const [part] = restsOn;
  const entry = restsOn.length === 1 && part !== undefined ? entryFrom(position, part) : undefined;
  return entry && part && wayToStop(position.currency, entry, stop, part.quantity);
}

/** From the entry to the stop, for as much as was meant to be traded. */
function wayToStop(currency: string, { leg, quantity, cost }: LegEntry, stop: string, planned: string): Money | undefined {
  const distance = absolute(subtract(cost, multiply(decimal(stop), quantity)));
  const size = multiply(absolute(decimal(planned)), decimal(leg.multiplier));
  return amountIn(currency, divide(multiply(distance, size), absolute(quantity), minorDigits(currency)));
}

function maxLossAmount(position: Position, restsOn: RestsOn): Money | undefined {
  const entries: LegEntry[] = [];
  for (const part of restsOn) {
    const entry = entryFrom(position, part);
    if (entry === undefined || !hasReached(part, entry)) return undefined;
    entries.push(entry);
  }
  if (!isRiskDefined(entries)) return undefined;
  const { max_loss } = extremesOf(entries);
  // A structure entered for a sure profit has nothing at risk, and no multiple of it.
  return isKnown(max_loss) && signOf(max_loss.value) > 0 ? amountIn(position.currency, max_loss.value) : undefined;
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
