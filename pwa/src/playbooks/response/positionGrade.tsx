import type { Id } from '@taffrail/domain/kernel';
import type { ResponseRow } from '@taffrail/replica';
import { Badge, GradeMark, useFormats } from '@taffrail/ui';
import { useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import css from './response.module.css';

/** What a trade came to last, beside its name: the grade, and how much that lets one risk. */
export function PositionGrade({ positionId }: { readonly positionId: Id }) {
  const formats = useFormats();
  const rows = useReplica().rows<ResponseRow>('responses').value;
  const mine = [...(rows?.values() ?? [])].filter(({ position_id, grade }) => position_id === positionId && grade !== null);
  const [latest] = mine.toSorted((a, b) => ((a.submitted_at ?? '') < (b.submitted_at ?? '') ? 1 : -1));
  if (latest === undefined || latest.grade === null || latest.cap === null) return null;
  return (
    <span class={css.beside}>
      <GradeMark grade={latest.grade} />
      <span class={css.muted}>
        {checklist.cap} {formats.percent(latest.cap)}
      </span>
      {latest.exceeded && <Badge tone="warning">{checklist.overCap}</Badge>}
    </span>
  );
}
