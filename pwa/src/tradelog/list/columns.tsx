import type { RuleKey } from '@taffrail/domain/discipline';
import type { PositionRow, ResponseRow } from '@taffrail/replica';
import {
  Amount,
  Badge,
  Chip,
  ChipRow,
  ConflictMark,
  type Column,
  type Formats,
  GradeMark,
  Icon,
  PendingMark,
  RMultiple,
  Status,
  useFormats,
} from '@taffrail/ui';
import { structureName } from '../../app/index.ts';
import { list as words, position, ruleNames, strategyNames } from '../../words/index.ts';
import type { AnswersOf } from './answers.ts';
import type { BrokenOf } from './brokenRules.ts';
import { hasResult, statusOf } from '../result.ts';
import type { Placed } from './groups.ts';
import css from './list.module.css';

export type ColumnKey = 'symbol' | 'strategy' | 'status' | 'grade' | 'account' | 'opened' | 'closed' | 'net' | 'r' | 'breaches' | 'tags';

/** As the list begins; what is shown is chosen and remembered. */
export const usualColumns: readonly ColumnKey[] = [
  'symbol',
  'strategy',
  'status',
  'grade',
  'opened',
  'closed',
  'net',
  'r',
  'breaches',
  'tags',
];

interface Shown {
  readonly formats: Formats;
  readonly accountNames: ReadonlyMap<string, string>;
  readonly answersOf: AnswersOf;
  readonly brokenOf: BrokenOf;
  /** Where the server decided otherwise, and the trader has not chosen yet. */
  readonly conflicted: ReadonlySet<string>;
  /** Of every row that is shown, where they are all of one. */
  readonly currency: string | undefined;
}

/** As wide as what stands in them is written, whatever the size of the letters; which trade it is, has what is left. */
export function columnsFor({
  formats,
  accountNames,
  answersOf,
  brokenOf,
  conflicted,
  currency,
}: Shown): readonly (Column<Placed> & { readonly key: ColumnKey })[] {
  const day = (text: string | null) => (text === null ? '' : formats.day(text));
  return [
    {
      key: 'symbol',
      heading: words.symbol,
      width: 'minmax(4.5em, 0.5fr)',
      sortable: true,
      cell: ({ row }) => <SymbolOf row={row} isConflicted={conflicted.has(row.id)} />,
    },
    {
      key: 'strategy',
      heading: words.strategy,
      width: 'minmax(9em, 4fr)',
      sortable: true,
      cell: ({ row }) => <StrategyOf row={row} formats={formats} />,
    },
    { key: 'status', heading: words.status, width: '5.5em', sortable: true, cell: ({ row }) => <Status status={statusOf(row)} /> },
    { key: 'grade', heading: words.grade, width: '3.75em', sortable: true, cell: ({ row }) => <GradeOf answers={answersOf(row.id)} /> },
    {
      key: 'account',
      heading: words.account,
      width: 'minmax(7em, 1fr)',
      sortable: true,
      cell: ({ row }) => accountNames.get(row.account_id),
    },
    { key: 'opened', heading: words.opened, width: '6.75em', sortable: true, cell: ({ row }) => day(row.opened_day) },
    { key: 'closed', heading: words.closed, width: '6.75em', sortable: true, cell: ({ row }) => day(row.closed_day) },
    {
      key: 'net',
      heading: currency === undefined ? words.net : words.netIn(currency),
      width: '7em',
      figures: true,
      sortable: true,
      cell: ({ row }) => <NetOf row={row} withCurrency={currency === undefined} />,
    },
    {
      key: 'r',
      heading: words.r,
      width: '4.75em',
      figures: true,
      sortable: true,
      cell: ({ row }) => row.status === 'closed' && row.opened_at !== null && <RMultiple value={row.r_multiple} note={words.noRisk} />,
    },
    { key: 'breaches', heading: words.breaches, width: '4em', cell: ({ row }) => <BrokenRules broken={brokenOf(row.id)} /> },
    { key: 'tags', heading: words.tags, width: 'minmax(7.75em, 1fr)', sortable: true, cell: ({ row }) => <TagsOf row={row} /> },
  ];
}

interface CardProps {
  readonly row: PositionRow;
  readonly formats: Formats;
  readonly answers: readonly ResponseRow[];
  readonly broken: readonly RuleKey[];
  readonly isConflicted: boolean;
}

/** What a phone shows: which trade, and what it came to. */
export function CardOf({ row, formats, answers, broken, isConflicted }: CardProps) {
  const since = row.closed_day ?? row.opened_day;
  return (
    <span class={css.card}>
      <span class={css.cardLine}>
        <span class={css.cardName}>
          <strong>
            <SymbolOf row={row} isConflicted={isConflicted} />
          </strong>{' '}
          <span class={css.muted}>{structureName(row.structure, formats, row.created_at)}</span>
        </span>
        <NetOf row={row} withCurrency />
      </span>
      <span class={css.cardLine}>
        <span class={css.cardNotes}>
          <Status status={statusOf(row)} />
          <span class={css.muted}>{strategyNames[row.strategy]}</span>
          <GradeOf answers={answers} />
          <BrokenRules broken={broken} />
          {since !== null && <span class={css.muted}>{formats.dayInYear(since)}</span>}
        </span>
        {row.status === 'closed' && row.r_multiple !== null && <RMultiple value={row.r_multiple} />}
      </span>
    </span>
  );
}

function SymbolOf({ row: { symbol, pending }, isConflicted }: { readonly row: PositionRow; readonly isConflicted: boolean }) {
  return (
    <>
      {symbol} {pending && <PendingMark />} {isConflicted && <ConflictMark />}
    </>
  );
}

function StrategyOf({ row: { strategy, structure, created_at }, formats }: { readonly row: PositionRow; readonly formats: Formats }) {
  const terms = structureName(structure, formats, created_at);
  return (
    <span title={terms === '' ? undefined : terms}>
      {strategyNames[strategy]} <span class={css.muted}>{terms}</span>
    </span>
  );
}

/** The latest one; by how much it was meant to risk more, its own page says. */
function GradeOf({ answers: [latest] }: { readonly answers: readonly ResponseRow[] }) {
  if (latest === undefined || latest.grade === null) return null;
  return (
    <span class={css.grade}>
      <GradeMark grade={latest.grade} /> {latest.exceeded && <OverCapMark />}
    </span>
  );
}

/** There is no room for the words beside everything else. */
const OverCapMark = () => (
  <span class={css.overCap} title={words.overCap}>
    <Icon name="warning" />
    <span class="visually-hidden">{words.overCap}</span>
  </span>
);

/** How many; which ones they are is read out, said by the pointer, and on the page of the trade. */
function BrokenRules({ broken }: { readonly broken: readonly RuleKey[] }) {
  if (broken.length === 0) return null;
  const names = broken.map((rule) => ruleNames[rule]).join(', ');
  return (
    <span title={names}>
      <span aria-hidden>
        <Badge tone="breach">{broken.length}</Badge>
      </span>
      <span class="visually-hidden">{names}</span>
    </span>
  );
}

/** What has no result yet may have cost fees already. */
function NetOf({ row, withCurrency }: { readonly row: PositionRow; readonly withCurrency: boolean }) {
  const formats = useFormats();
  if (!hasResult(row, row.realised_gross)) {
    return row.fees === '0' ? null : (
      <span class={css.muted}>{position.fees(formats.amount(row.fees, row.currency, { currency: withCurrency }))}</span>
    );
  }
  return <Amount value={row.realised_net} currency={row.currency} withCurrency={withCurrency} result note={words.noNet} />;
}

function TagsOf({ row: { tags } }: { readonly row: PositionRow }) {
  return tags.length === 0 ? null : (
    <span class={css.tags} title={tags.join(', ')}>
      <ChipRow>
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </ChipRow>
    </span>
  );
}
