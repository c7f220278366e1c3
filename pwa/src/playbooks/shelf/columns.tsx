import { grades, type Grade } from '@taffrail/domain/playbooks';
import { Badge, type Column, type Formats, RMultiple } from '@taffrail/ui';
import { playbooks as words, purposes, results } from '../../words/index.ts';
import { nameOfBinding } from '../bindings.ts';
import css from './shelf.module.css';
import type { ShelfRow } from './useShelf.ts';

export function columnsFor(formats: Formats): readonly Column<ShelfRow>[] {
  return [
    { key: 'name', heading: words.nameAndVersion, width: 'minmax(12rem, 2fr)', cell: (row) => <NameOf row={row} /> },
    { key: 'purpose', heading: words.purpose, width: '8.5rem', cell: ({ purpose }) => purpose && purposes[purpose] },
    {
      key: 'bindings',
      heading: words.bindings,
      width: 'minmax(7rem, 1fr)',
      cell: ({ bindings }) => bindings.map(nameOfBinding).join(', '),
    },
    {
      key: 'uses',
      heading: words.uses,
      width: '4rem',
      figures: true,
      cell: ({ version, results: did }) => version !== undefined && formats.count(did?.all.uses ?? 0),
    },
    {
      key: 'compliance',
      heading: words.compliance,
      width: '5.5rem',
      figures: true,
      cell: ({ results: did }) => did?.mean_compliance && formats.share(did.mean_compliance),
    },
    ...grades.map((grade): Column<ShelfRow> => ({
      key: grade,
      heading: words.gradeColumn(grade),
      width: '6rem',
      figures: true,
      cell: (row) => <GradeCell row={row} grade={grade} formats={formats} />,
    })),
  ];
}

function NameOf({ row: { name, version, isDraft, isActive } }: { readonly row: ShelfRow }) {
  return (
    <span class={css.name}>
      <span class={css.words}>{name || words.unnamed}</span>{' '}
      {version !== undefined && <span class={css.version}>{words.versionShort(version)}</span>}{' '}
      {isDraft && <Badge tone="accent">{words.draft}</Badge>} {!isActive && <Badge>{words.retired}</Badge>}
    </span>
  );
}

interface GradeCellProps {
  readonly row: ShelfRow;
  readonly grade: Grade;
  readonly formats: Formats;
}

/** How many were closed at this grade, and what they came to on average. */
function GradeCell({ row, grade, formats }: GradeCellProps) {
  const tally = row.results?.by_grade[grade];
  if (tally === undefined || tally.closed === 0) return null;
  return (
    <span class={css.tally}>
      <span class={css.times}>{results.times(formats.count(tally.closed))}</span>
      <RMultiple value={tally.mean_r} note={results.noRisk} />
    </span>
  );
}

/** What a phone shows: what it is called, how often it was used, and how its grades did. */
export function ShelfCard({ row, formats }: { readonly row: ShelfRow; readonly formats: Formats }) {
  const { results: did, purpose } = row;
  const isTraded = did !== undefined && did.all.closed > 0;
  return (
    <span class={css.card}>
      <span class={css.cardLine}>
        <strong class={css.cardName}>
          <NameOf row={row} />
        </strong>
        {did && <span class={css.note}>{words.used(did.all.uses, formats.count(did.all.uses))}</span>}
      </span>
      {isTraded ? (
        <span class={css.cardGrades}>
          {grades.map((grade) => (
            <CardGrade key={grade} row={row} grade={grade} formats={formats} />
          ))}
        </span>
      ) : (
        <span class={css.note}>{purpose && purposes[purpose]}</span>
      )}
    </span>
  );
}

function CardGrade({ row, grade, formats }: GradeCellProps) {
  return (
    <span class={css.cardGrade}>
      <span class="visually-hidden">{words.gradeColumn(grade)}</span>
      <strong aria-hidden>{grade}</strong>
      <GradeCell row={row} grade={grade} formats={formats} />
    </span>
  );
}
