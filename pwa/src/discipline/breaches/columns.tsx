import type { Breach } from '@taffrail/domain/discipline';
import { Badge, type Column, type Formats } from '@taffrail/ui';
import { breaches as words, ruleNames, sentenceOfBreach, withoutYear } from '../../words/index.ts';
import css from './breaches.module.css';
import { periodName } from './period.ts';
import type { Names } from './useNames.ts';

/** Which of them stand is said where not all of them do. */
export function columnsFor(formats: Formats, names: Names, withState: boolean): readonly Column<Breach>[] {
  const state: Column<Breach> = {
    key: 'state',
    heading: words.state,
    width: '7rem',
    cell: ({ withdrawn }) => <StateOf isWithdrawn={withdrawn !== null} />,
  };
  return [
    { key: 'when', heading: words.when, width: '9rem', cell: ({ finding }) => periodName(finding, formats) },
    { key: 'rule', heading: words.rule, width: 'minmax(9rem, 1fr)', cell: ({ finding }) => ruleNames[finding.rule_key] },
    {
      key: 'what',
      heading: words.what,
      width: 'minmax(14rem, 4fr)',
      cell: ({ finding }) => sentenceOfBreach(finding, withoutYear(formats), names.symbolOf(finding)),
    },
    {
      key: 'account',
      heading: words.account,
      width: 'minmax(5rem, 1fr)',
      cell: ({ finding }) => names.accountOf(finding) ?? words.allAccounts,
    },
    ...(withState ? [state] : []),
  ];
}

export function StateOf({ isWithdrawn }: { readonly isWithdrawn: boolean }) {
  return isWithdrawn ? <Badge>{words.withdrawn}</Badge> : <Badge tone="breach">{words.stands}</Badge>;
}

interface BreachCardProps {
  readonly breach: Breach;
  readonly formats: Formats;
  readonly names: Names;
}

/** What a phone shows: which rule and when, and what happened. */
export function BreachCard({ breach: { finding, withdrawn }, formats, names }: BreachCardProps) {
  return (
    <span class={css.card}>
      <span class={css.cardLine}>
        <strong>{ruleNames[finding.rule_key]}</strong>
        {withdrawn === null ? <span class={css.muted}>{periodName(finding, formats)}</span> : <StateOf isWithdrawn />}
      </span>
      <span class={css.sentence}>{sentenceOfBreach(finding, withoutYear(formats), names.symbolOf(finding))}</span>
    </span>
  );
}
