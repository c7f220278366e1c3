import type { Breach, CalendarDay } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import type { Formats } from '@taffrail/ui';
import { calendar as words, ruleNames, sentenceOfBreach, withoutYear } from '../words/index.ts';
import type { Shown } from './useCalendar.ts';

/** All that the calendar knows of a day, in one breath. */
export function nameOfDay(day: Day, { dayOf, ...shown }: Shown, formats: Formats): string {
  const known = dayOf(day);
  const parts = known === undefined ? [] : [...figuresOf(known, shown.whose.currency, formats), ...reasonsOf(known, shown, formats)];
  return words.dayName(formats.longDay(day), parts);
}

function figuresOf({ trades, opened, net_pnl: [net] }: CalendarDay, currency: string, formats: Formats): readonly string[] {
  return [
    ...(net === undefined ? [] : [formats.amount(net.amount, currency, { currency: true, signed: true })]),
    ...(trades > 0 ? [words.tradeCount(trades, formats.count(trades))] : []),
    ...(trades === 0 && opened > 0 ? [words.openedCount(opened, formats.count(opened))] : []),
  ];
}

/** Why a day is marked: each rule, and how it was broken. */
export function reasonsOf({ reasons }: CalendarDay, shown: Pick<Shown, 'breachOf' | 'symbolOf'>, formats: Formats): readonly string[] {
  return reasons.map(({ rule_key, breach_id, sentence }) => {
    const breach = shown.breachOf(breach_id);
    return words.reason(ruleNames[rule_key], breach === undefined ? sentence : sentenceOf(breach, shown, formats));
  });
}

function sentenceOf({ finding }: Breach, { symbolOf }: Pick<Shown, 'symbolOf'>, formats: Formats): string {
  return sentenceOfBreach(finding, withoutYear(formats), symbolOf(finding.position_ids[0]));
}
