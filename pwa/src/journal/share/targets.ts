import type { Subject } from '@taffrail/domain/attachments';
import type { Day, Id } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';

/** What shared things can be put beside. */
export interface Target {
  readonly subject: Subject;
  readonly label: string;
  /** The document that words go into. */
  readonly document: string;
}

const MOST_CLOSED = 10;

export const dayTarget = (day: Day, label: string): Target => ({
  subject: { type: 'day', id: day },
  label,
  document: `day/${day}`,
});

/** Positions somebody is in, then those left last. */
export function positionTargets(rows: ReadonlyMap<Id, PositionRow>, nameOf: (row: PositionRow) => string): readonly Target[] {
  const own = [...rows.values()].filter(({ merged_into }) => merged_into === null);
  const going = own.filter(({ status }) => status !== 'closed').toSorted(newestFirst);
  const over = own.filter(({ status }) => status === 'closed').toSorted(newestFirst);
  return [...going, ...over.slice(0, MOST_CLOSED)].map((row) => ({
    subject: { type: 'position', id: row.id },
    label: nameOf(row),
    document: `notes/${row.id}`,
  }));
}

const momentOf = ({ closed_at, opened_at, created_at }: PositionRow): string => closed_at ?? opened_at ?? created_at;
const newestFirst = (a: PositionRow, b: PositionRow): number => (momentOf(a) < momentOf(b) ? 1 : -1);
