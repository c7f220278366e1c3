import type { PositionRow } from '@taffrail/replica';
import {
  Amount,
  Button,
  ColumnChoice,
  DataTable,
  EmptyState,
  type Formats,
  LinkButton,
  Menu,
  Page,
  Skeleton,
  useFormats,
  useIsPhone,
} from '@taffrail/ui';
import { useCallback, useMemo } from 'preact/hooks';
import { mayWrite, saveFile, structureName, toast, useReplica } from '../app/index.ts';
import { link } from '../routes/index.ts';
import { list as words, strategyNames } from '../words/index.ts';
import { BulkBar } from './list/bulkBar.tsx';
import { CardOf, columnsFor } from './list/columns.tsx';
import { FilterBar } from './list/filterBar.tsx';
import { isFiltered, noFilters } from './list/filters.ts';
import type { Placed, Subtotal } from './list/groups.ts';
import css from './list/list.module.css';
import { showColumns, shownColumns } from './list/rememberedColumns.ts';
import { spreadsheetOf } from './list/spreadsheet.ts';
import { useList, type ListState } from './list/useList.ts';
import { ViewsMenu } from './list/viewsMenu.tsx';
import { answerInWords } from './list/wantedLabel.ts';
import { PendingOrders } from './orders/pendingOrders.tsx';

const keyOf = ({ row }: Placed): string => row.id;
const groupOf = ({ group }: Placed): string => group;
const hrefOf = ({ row }: Placed): string => link('position', { id: row.id });

/** Every trade there is, and which of them one wants to look at. */
export function PositionsPage() {
  const state = useList();
  const { all } = state;
  const isPhone = useIsPhone();
  // A copy that still loads says nothing yet about what the book holds.
  const isFilling = ['connecting', 'loading'].includes(useReplica().line.value.state);
  return (
    <Page title={words.title} measure="filled" beside={!isPhone && <Total state={state} />} actions={<Tools state={state} />}>
      {(all === undefined || (all.length === 0 && isFilling)) && <Skeleton shape="row" count={12} />}
      {all?.length === 0 && !isFilling && <FirstUse />}
      {all !== undefined && all.length > 0 && <Shown state={state} />}
    </Page>
  );
}

function Shown({ state }: { readonly state: ListState }) {
  const { shown, chosen, selected, setSelected, search, changeSearch, sort, setSort, sums, answersOf, brokenOf } = state;
  const formats = useFormats();
  const isPhone = useIsPhone();
  const columnKeys = shownColumns();
  const currency = onlyCurrencyOf(state.matching);
  const columns = useMemo(
    () => columnsFor({ formats, accountNames: state.accountNames, answersOf, brokenOf, conflicted: state.conflicted, currency }),
    [formats, state.accountNames, answersOf, brokenOf, state.conflicted, currency],
  );
  const card = useCallback(
    ({ row }: Placed) => (
      <CardOf
        row={row}
        formats={formats}
        answers={answersOf(row.id)}
        broken={brokenOf(row.id)}
        isConflicted={state.conflicted.has(row.id)}
      />
    ),
    [formats, answersOf, brokenOf, state.conflicted],
  );

  const nameOf = ({ row }: Placed): string =>
    [row.symbol, strategyNames[row.strategy], structureName(row.structure, formats)].filter(Boolean).join(' ');
  const headingOf = (group: string) => <GroupHeading name={groupName(state, group, formats)} sum={sums.get(group)} />;

  return (
    <>
      <FilterBar state={state} />
      {isPhone && <Total state={state} />}
      <PendingOrders />
      {chosen.length > 0 && <BulkBar chosen={chosen} known={state.choices.tags} onClear={() => setSelected(new Set())} />}
      {shown.length === 0 ? (
        <EmptyState icon="filter" title={words.noMatch} actions={<Button onClick={() => changeSearch(noFilters)}>{words.clear}</Button>}>
          {words.noMatchMeaning}
        </EmptyState>
      ) : (
        <DataTable
          label={words.title}
          rows={shown}
          columns={columns.filter(({ key }) => key === 'symbol' || columnKeys.has(key))}
          keyOf={keyOf}
          nameOf={nameOf}
          hrefOf={hrefOf}
          card={card}
          sort={sort}
          onSort={setSort}
          {...(mayWrite.value && { selected, onSelect: setSelected })}
          groupOf={search.group === undefined ? undefined : groupOf}
          groupHeading={headingOf}
          scrollName="positions"
        />
      )}
    </>
  );
}

/** How many are shown and what they came to. */
function Total({ state: { all, total, search } }: { readonly state: ListState }) {
  const { count } = useFormats();
  if (all === undefined || all.length === 0) return null;
  return (
    <span class={css.total} role="status">
      {isFiltered(search) ? words.someOf(count(total.count), count(all.length)) : words.count(total.count, count(total.count))}{' '}
      <Nets sum={total} />
    </span>
  );
}

function GroupHeading({ name, sum }: { readonly name: string; readonly sum: Subtotal | undefined }) {
  const formats = useFormats();
  return (
    <span class={css.groupHeading}>
      <span>
        {name} <span class={css.muted}>{sum && words.count(sum.count, formats.count(sum.count))}</span>
      </span>
      {sum && <Nets sum={sum} />}
    </span>
  );
}

function Nets({ sum }: { readonly sum: Subtotal }) {
  return (
    <span class={css.nets}>
      {[...sum.net].map(([currency, net]) => (
        <Amount key={currency} value={net} currency={currency} withCurrency result note={words.noNet} />
      ))}
    </span>
  );
}

function groupName({ search, accountNames, playbooks }: ListState, group: string, formats: Formats): string {
  const { group: by } = search;
  if (group === '') return by === undefined ? '' : (words.ungrouped[by] ?? words.untagged);
  if (by === 'day') return formats.longDay(group);
  if (by === 'account') return accountNames.get(group) ?? '';
  if (by === 'strategy') return strategyNames[group as PositionRow['strategy']];
  if (by === 'playbook') return playbooks.find(({ id }) => id === group)?.name ?? words.playbook;
  if (by === 'grade') return words.gradeIs(group);
  if (by === 'answer') return answerInWords(group === 'true' || (group !== 'false' && group));
  return group;
}

function Tools({ state }: { readonly state: ListState }) {
  const replica = useReplica();
  const isPhone = useIsPhone();
  const formats = useFormats();
  const columns = columnsFor({ ...state, formats, currency: undefined });

  async function save(): Promise<void> {
    const text = await spreadsheetOf(replica, state.matching, state);
    saveFile(`positions-${replica.now().slice(0, 10)}.csv`, new Blob([text], { type: 'text/csv' }));
    toast({ text: words.csvSaved(state.matching.length) });
  }

  return (
    <>
      <ViewsMenu />
      {!isPhone && <ColumnChoice columns={columns.slice(1)} shown={shownColumns()} onChange={showColumns} />}
      <Menu
        label={words.more}
        items={[{ label: words.csv, icon: 'download', disabled: state.matching.length === 0, onSelect: () => void save() }]}
      />
      {!isPhone && mayWrite.value && (
        <LinkButton tone="primary" icon="add" href={link('newPosition')}>
          {words.newPosition}
        </LinkButton>
      )}
    </>
  );
}

function FirstUse() {
  return (
    <EmptyState
      icon="positions"
      title={words.first}
      actions={
        mayWrite.value && (
          <>
            <LinkButton tone="primary" icon="add" href={link('newPosition')}>
              {words.newPosition}
            </LinkButton>
            <LinkButton href={link('sample')}>{words.sample}</LinkButton>
          </>
        )
      }
    >
      {mayWrite.value ? words.firstMeaning : words.firstForReaders}
    </EmptyState>
  );
}

function onlyCurrencyOf(rows: readonly PositionRow[]): string | undefined {
  const [first] = rows;
  return first !== undefined && rows.every(({ currency }) => currency === first.currency) ? first.currency : undefined;
}
