import { Button, DataTable, EmptyState, ErrorState, Page, SegmentedControl, Skeleton, useFormats } from '@taffrail/ui';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { mayWrite, sentenceOf, useActions, useReplica } from '../../app/index.ts';
import { choiceParam, link, useSearch } from '../../routes/index.ts';
import { playbooks as words } from '../../words/index.ts';
import { columnsFor, ShelfCard } from './columns.tsx';
import { FirstUse } from './firstUse.tsx';
import { NewPlaybookSheet } from './newPlaybookSheet.tsx';
import css from './shelf.module.css';
import { useShelf, type ShelfRow } from './useShelf.ts';

const filters = ['active', 'retired', 'all'] as const;
type Filter = (typeof filters)[number];

const choices = filters.map((value) => ({ value, label: words.filters[value] }));
const params = { show: choiceParam(filters) };

const keyOf = ({ id }: ShelfRow): string => id;
const nameOf = ({ name }: ShelfRow): string => name || words.unnamed;
/** What was never published is read where it is written. */
const hrefOf = ({ id, version }: ShelfRow): string => link(version === undefined ? 'playbookDraft' : 'playbook', { id });

/** Every way of trading there is, and how each did. */
export function PlaybooksPage() {
  const shelf = useShelf();
  const [isBeginning, setBeginning] = useState(false);
  // A copy that still loads says nothing yet about what the book holds.
  const isFilling = ['connecting', 'loading'].includes(useReplica().line.value.state);
  const isEmpty = shelf.status === 'ready' && shelf.rows.length === 0;
  const begin = () => setBeginning(true);
  useActions([{ id: 'playbooks.new', label: words.newPlaybook, icon: 'add', writes: true, run: begin }]);

  if (isEmpty && !isFilling) {
    return <Page title={words.title}>{mayWrite.value ? <FirstUse /> : <NoneYet />}</Page>;
  }
  return (
    <Page
      title={words.title}
      measure="filled"
      mainActions={
        mayWrite.value && (
          <Button tone="primary" icon="add" onClick={begin}>
            {words.newPlaybook}
          </Button>
        )
      }
    >
      {(shelf.status === 'loading' || isEmpty) && <Skeleton shape="row" count={6} />}
      {shelf.status === 'failed' && <ErrorState title={words.failed}>{sentenceOf(shelf.error)}</ErrorState>}
      {shelf.status === 'ready' && !isEmpty && <Shown rows={shelf.rows} />}
      <NewPlaybookSheet open={isBeginning && mayWrite.value} onClose={() => setBeginning(false)} />
    </Page>
  );
}

function Shown({ rows }: { readonly rows: readonly ShelfRow[] }) {
  const formats = useFormats();
  const [{ show = 'active' }, changeSearch] = useSearch(params);
  const columns = useMemo(() => columnsFor(formats), [formats]);
  const card = useCallback((row: ShelfRow) => <ShelfCard row={row} formats={formats} />, [formats]);
  const shown = rows.filter(({ isActive }) => show === 'all' || isActive === (show === 'active'));
  return (
    <>
      <div class={css.bar}>
        <SegmentedControl
          bare
          label={words.which}
          value={show}
          choices={choices}
          onChange={(chosen) => changeSearch({ show: chosen === 'active' ? undefined : chosen })}
        />
      </div>
      {shown.length === 0 ? (
        <NoneSuch show={show} />
      ) : (
        <DataTable
          label={words.title}
          rows={shown}
          columns={columns}
          keyOf={keyOf}
          nameOf={nameOf}
          hrefOf={hrefOf}
          card={card}
          scrollName="playbooks"
        />
      )}
    </>
  );
}

const NoneYet = () => (
  <EmptyState icon="checks" title={words.noneYet}>
    {words.firstForReaders}
  </EmptyState>
);

function NoneSuch({ show }: { readonly show: Filter }) {
  return show === 'retired' ? (
    <EmptyState icon="checks" title={words.noneRetired}>
      {words.noneRetiredMeaning}
    </EmptyState>
  ) : (
    <EmptyState icon="checks" title={words.noneActive}>
      {mayWrite.value && words.noneActiveMeaning}
    </EmptyState>
  );
}
