import type { Evidence } from '@taffrail/domain/phases';
import { Amount, DefinitionList, type Formats, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { phases as words } from '../../words/index.ts';
import css from './history.module.css';

interface SnapshotDetailsProps {
  readonly evidence: Evidence;
  /** Undefined where it is not known what they were added up in. */
  readonly currency: string | undefined;
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

function valueOf(key: keyof typeof words.evidence, evidence: Evidence, currency: string | undefined, formats: Formats): ComponentChildren {
  const value = evidence[key];
  if (value === null) return words.unknown;
  if (typeof value === 'number') return formats.count(value);
  if (key === 'total_pnl' && currency !== undefined) return <Amount value={value} currency={currency} withCurrency result />;
  if (key === 'avg_rr') return formats.ratio(value);
  if (key === 'total_pnl') return formats.quantity(value);
  return shares.has(key) ? formats.share(value) : formats.percent(value);
}
