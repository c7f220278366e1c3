import { type Intended, type RulesOverTime, latestRules } from '../discipline/index.ts';
import { type DecimalText, type Money, decimal, decimalOf, decimalText, divideUp, multiply } from '../kernel/index.ts';
import { type Position, plannedRiskOf, sizeOf } from '../tradelog/index.ts';
import { typesOf } from './tradeSeen.ts';

/** What a plan means to do, as a verdict asks for it. */
export function intendedBy(position: Position, rules: RulesOverTime | undefined): Intended {
  const { account_id, symbol, legs } = position;
  const terms = latestRules(rules).accounts.find((account) => account.account_id === account_id);
  const risk = plannedRiskOf(position);
  return {
    symbol,
    instrument_types: typesOf(legs),
    risk_pct: risk === undefined || terms === undefined ? null : percentOf(risk, terms.size.amount),
    size: sizeOf(position),
  };
}

const PLACES = 4;
const HUNDRED = decimal('100');

/** Rounded up: it never hides what lies above a cap. */
function percentOf(risk: Money, size: DecimalText): DecimalText {
  return decimalText(divideUp(multiply(decimalOf(risk), HUNDRED), decimal(size), PLACES));
}
