import { type Breach, type Finding, weekOf } from '@taffrail/domain/discipline';
import { decimal, decimalText, subtract } from '@taffrail/domain/kernel';
import { DefinitionList, useFormats } from '@taffrail/ui';
import { link } from '../../routes/index.ts';
import { breaches as words, figureOf } from '../../words/index.ts';
import css from './breaches.module.css';
import { lastDayOf, periodName } from './period.ts';

/** A trade at the wrong time, or in the wrong thing, has no measure: it is, or it is not. */
const unmeasured: ReadonlySet<string> = new Set(['outside_allowed_hours', 'instrument_not_allowed']);

/** What it came to and what the rule allows, where it counts and since when it is known. */
export function BreachFigures({
  breach: { finding, recorded_at },
  account,
}: {
  readonly breach: Breach;
  readonly account: string | undefined;
}) {
  const formats = useFormats();
  const week = weekOf(lastDayOf(finding));
  const over = decimalText(subtract(decimal(finding.figure), decimal(finding.limit)));
  const measured = unmeasured.has(finding.rule_key)
    ? []
    : [
        { key: 'figure', term: words.figure, value: <strong>{figureOf(finding, finding.figure, formats)}</strong> },
        { key: 'limit', term: words.limit, value: figureOf(finding, finding.limit, formats) },
        { key: 'over', term: words.over, value: figureOf(finding, over, formats) },
      ];
  return (
    <DefinitionList
      items={[
        ...measured,
        ...(finding.scope === 'month' ? [{ key: 'month', term: words.judgedMonth, value: periodName(finding, formats) }] : []),
        { key: 'days', term: words.days, value: <Days finding={finding} /> },
        {
          key: 'week',
          term: words.reviewed,
          value: <a href={link('review', { week })}>{words.week(String(Number(week.slice(6))), week.slice(0, 4))}</a>,
        },
        { key: 'account', term: words.account, value: account ?? words.allAccounts },
        { key: 'recorded', term: words.recorded, value: formats.dateTime(recorded_at) },
      ]}
    />
  );
}

function Days({ finding: { days } }: { readonly finding: Finding }) {
  const formats = useFormats();
  return (
    <span class={css.days}>
      {days.map((day) => (
        <a key={day} href={link('day', { day })}>
          {formats.dayInYear(day)}
        </a>
      ))}
    </span>
  );
}
