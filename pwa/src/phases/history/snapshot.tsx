import type { Evidence } from '@taffrail/domain/phases';
import { Amount, DefinitionList, type Formats, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { phases as words } from '../../words/index.ts';
import css from './history.module.css';

interface SnapshotDetailsProps {
  readonly evidence: Evidence;
  readonly currency: string;
}

/** The figures as they were then, one tap away. */
export function SnapshotDetails({ evidence, currency }: SnapshotDetailsProps) {
  const formats = useFormats();
  return (
    <details class={css.details}>
      <summary>{words.restedOn}</summary>
      <DefinitionList
        items={Object.entries(words.evidence).map(([key, term]) => ({
          key,
          term,
          value: valueOf(key as keyof typeof words.evidence, evidence, currency, formats),
        }))}
      />
    </details>
  );
}

const shares = new Set<string>(['win_rate', 'rolling_win_rate']);

function valueOf(key: keyof typeof words.evidence, evidence: Evidence, currency: string, formats: Formats): ComponentChildren {
  const value = evidence[key];
  if (value === null) return words.unknown;
  if (typeof value === 'number') return formats.count(value);
  if (key === 'total_pnl') return <Amount value={value} currency={currency} withCurrency result />;
  if (key === 'avg_rr') return formats.ratio(value);
  return shares.has(key) ? formats.share(value) : formats.percent(value);
}
