import { Amount, type Column, ColumnChoice, DataTable, RMultiple, Section, type Sort, Status } from '@taffrail/ui';
import { useMemo, useState } from 'preact/hooks';
import { link } from '../routes/index.ts';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

interface Row {
  readonly id: string;
  readonly symbol: string;
  readonly status: 'planned' | 'open' | 'closed';
  readonly cents: number;
}

const ROWS = 10_000;
const symbols = ['AAPL', 'AMD', 'ES', 'MSFT', 'SPY'] as const;
const statuses = ['closed', 'open', 'planned'] as const;

const columns: readonly Column<Row>[] = [
  { key: 'symbol', heading: gallery.symbol, cell: (row) => `${row.symbol} ${row.id}`, width: 'minmax(7rem, 1fr)', sortable: true },
  { key: 'status', heading: gallery.status, cell: (row) => <Status status={row.status} />, width: '6rem' },
  {
    key: 'net',
    heading: `${gallery.net}, USD`,
    cell: (row) => <Amount value={netOf(row)} currency="USD" result />,
    width: '7rem',
    figures: true,
    sortable: true,
  },
  { key: 'r', heading: 'R', cell: (row) => <RMultiple value={netOf(row)} />, width: '5rem', figures: true },
];

const rows: readonly Row[] = Array.from({ length: ROWS }, (_, n) => ({
  id: String(n + 1),
  symbol: symbols[n % symbols.length] ?? '',
  status: statuses[n % statuses.length] ?? 'open',
  cents: ((n * 7919) % 4001) - 2000,
}));

export function Table({ name }: { readonly name: string }) {
  const [sort, setSort] = useState<Sort>({ key: 'symbol', descending: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']));
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set(columns.map(({ key }) => key)));
  const sorted = useMemo(() => rows.toSorted(orderBy(sort)), [sort]);
  return (
    <Section title={gallery.table} actions={<ColumnChoice columns={columns.slice(1)} shown={shown} onChange={setShown} />}>
      <div class={css.table}>
        <DataTable
          label={gallery.table}
          rows={sorted}
          columns={columns.filter(({ key }) => shown.has(key))}
          keyOf={({ id }) => id}
          nameOf={(row) => `${row.symbol} ${row.id}`}
          hrefOf={() => link('parts')}
          card={cardOf}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          scrollName={`table ${name}`}
        />
      </div>
    </Section>
  );
}

function cardOf(row: Row) {
  return (
    <span class={css.card}>
      <span class={css.cardLine}>
        <strong>{row.symbol}</strong>
        <Amount value={netOf(row)} currency="USD" result />
      </span>
      <span class={css.cardLine}>
        <Status status={row.status} />
        <RMultiple value={netOf(row)} />
      </span>
    </span>
  );
}

const netOf = ({ cents }: Row) => String(cents / 100);

function orderBy({ key, descending }: Sort): (a: Row, b: Row) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => sign * (key === 'net' ? a.cents - b.cents : a.symbol.localeCompare(b.symbol));
}
