import { type Breach, monthOf, type RuleKey, ruleKeys } from '@taffrail/domain/discipline';
import { choiceParam, textParam, type ValuesOf } from '../../routes/index.ts';
import { lastDayOf } from './period.ts';

export const shows = ['standing', 'withdrawn', 'all'] as const;

/** As the address has them: what stands, of any rule and at any time, where it says nothing. A time is a month or a year. */
export const breachParams = { show: choiceParam(shows), rule: choiceParam(ruleKeys), month: textParam };

export type BreachSearch = ValuesOf<typeof breachParams>;

export const noFilters: BreachSearch = { show: undefined, rule: undefined, month: '' };

/** The newest first. */
export function inOrder(breaches: readonly Breach[]): readonly Breach[] {
  return breaches.toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
}

const orderOf = ({ id, finding, recorded_at }: Breach): string => `${lastDayOf(finding)} ${recorded_at} ${id}`;

export function filtered(breaches: readonly Breach[], { show = 'standing', rule, month }: BreachSearch): readonly Breach[] {
  return breaches.filter(
    ({ finding, withdrawn }) =>
      (show === 'all' || (withdrawn === null) === (show === 'standing')) &&
      (rule === undefined || finding.rule_key === rule) &&
      finding.days.some((day) => day.startsWith(month)),
  );
}

/** What there is to choose from: rules that were broken, and the months in which any was, the newest first. */
export function choicesIn(breaches: readonly Breach[]): { readonly rules: readonly RuleKey[]; readonly months: readonly string[] } {
  const broken = new Set(breaches.map(({ finding }) => finding.rule_key));
  const months = new Set(breaches.flatMap(({ finding }) => finding.days.map(monthOf)));
  return { rules: ruleKeys.filter((key) => broken.has(key)), months: [...months].toSorted().toReversed() };
}
