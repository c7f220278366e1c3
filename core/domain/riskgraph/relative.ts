import { type Day, type Id, type Refusal, add, daysBetween, decimal, decimalText, subtract } from '../kernel/index.ts';
import type { StrategyTerms } from './strategy.ts';
import { type StrategyLeg, termsProblem } from './strategyLeg.ts';
import type { TemplateLeg, TemplateTerms } from './strategyTemplate.ts';

/** Where the money and the day are at the moment. */
export interface Standpoint {
  readonly day: Day;
  /** The strike that counts as at the money. */
  readonly at_the_money: string;
}

/** A template set down where things stand now. */
export function fromTemplate(
  template: TemplateTerms,
  at: Standpoint,
  nextId: () => Id,
): Pick<StrategyTerms, 'symbol' | 'underlying' | 'legs' | 'debit' | 'label'> {
  const { name, symbol, underlying, legs, debit_estimate } = template;
  return { symbol, underlying, legs: legs.map((leg) => legFrom(leg, at, nextId())), debit: debit_estimate, label: name };
}

/** The same the other way: a strategy as it stands to the money and to the day. */
export function legsRelativeTo(legs: readonly StrategyLeg[], { day, at_the_money }: Standpoint): TemplateLeg[] {
  return legs.map(({ instrument_type, right, exercise, strike, expiry, quantity, multiplier }) => ({
    instrument_type,
    right,
    exercise,
    strike_offset: strike === null ? null : decimalText(subtract(decimal(strike), decimal(at_the_money))),
    dte_target: expiry === null ? null : Math.max(daysBetween(day, expiry), 0),
    quantity,
    multiplier,
  }));
}

/** A leg has the terms its kind asks for, whether they are said outright or from the money and the day. */
export function templateLegsProblem(legs: readonly TemplateLeg[]): Refusal | undefined {
  const somewhere = { day: '2026-01-05', at_the_money: '0' };
  return termsProblem(legs.map((leg, place) => legFrom(leg, somewhere, String(place + 1))));
}

function legFrom({ strike_offset, dte_target, ...terms }: TemplateLeg, { day, at_the_money }: Standpoint, id: Id): StrategyLeg {
  return {
    id,
    ...terms,
    strike: strike_offset === null ? null : decimalText(add(decimal(at_the_money), decimal(strike_offset))),
    expiry: dte_target === null ? null : tradingDayFrom(day, dte_target),
  };
}

/** Nothing expires at a weekend: the Friday before is meant, or the Monday after where that Friday is over. */
function tradingDayFrom(day: Day, days: number): Day {
  const meant = Temporal.PlainDate.from(day).add({ days });
  const pastFriday = Math.max(meant.dayOfWeek - FRIDAY, 0);
  return meant.add({ days: pastFriday === 0 ? 0 : pastFriday <= days ? -pastFriday : DAYS_OF_WEEKEND + 1 - pastFriday }).toString();
}

const FRIDAY = 5;
const DAYS_OF_WEEKEND = 2;
