import { strategiesFile, usualView, type Strategy } from '@taffrail/domain/riskgraph';
import { Button, EmptyState, ErrorState, Menu, Page, Select, Skeleton } from '@taffrail/ui';
import { useMemo, useRef, useState } from 'preact/hooks';
import { mayWrite, saveFile, sentenceOf, useActions, useReplica, type PageProps } from '../app/index.ts';
import { textParam, useSearch } from '../routes/index.ts';
import { riskgraph as words } from '../words/index.ts';
import { Board } from './picture/board.tsx';
import { FirstUse } from './strategies/firstUse.tsx';
import { OlderHere } from './strategies/olderHere.tsx';
import { StrategyList } from './strategies/strategyList.tsx';
import { StrategySheet } from './strategies/strategySheet.tsx';
import { takeFile } from './strategies/taking.ts';
import { TemplatesSheet } from './templates/templatesSheet.tsx';
import { useDrawPosition } from './useDrawPosition.ts';
import { useGraph, type Graph } from './useGraph.ts';

const params = { position: textParam, of: textParam };

/** What can a trade come to, before it is made and while it is held? */
export function RiskGraphPage(_: PageProps<'riskGraph'>) {
  const replica = useReplica();
  const answer = useGraph();
  const [{ position }, changeSearch] = useSearch(params);
  const [open, setOpen] = useState<'new' | 'templates'>();
  const input = useRef<HTMLInputElement>(null);
  useDrawPosition(position, () => changeSearch({ position: '' }));
  useActions([{ id: 'riskgraph.add', label: words.add, icon: 'add', writes: true, run: () => setOpen('new') }]);
  const graph = answer.status === 'ready' ? answer.value : undefined;
  const close = () => setOpen(undefined);

  const save = () =>
    saveFile(
      words.fileName,
      new Blob([`${JSON.stringify(strategiesFile(graph?.strategies ?? []), null, 2)}\n`], { type: 'application/json' }),
    );
  const items = [
    { label: words.templates, icon: 'journal' as const, onSelect: () => setOpen('templates') },
    ...(mayWrite.value ? [{ label: words.importFile, icon: 'up' as const, onSelect: () => input.current?.click() }] : []),
    { label: words.exportFile, icon: 'download' as const, onSelect: save },
  ];
  return (
    <Page
      title={words.title}
      measure="wide"
      mainActions={
        mayWrite.value && (
          <Button tone="primary" icon="add" onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        )
      }
      actions={<Menu label={words.more} items={items} />}
    >
      {mayWrite.value && <OlderHere />}
      {answer.status === 'loading' && <Skeleton shape="card" count={2} />}
      {answer.status === 'failed' && <ErrorState title={words.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {graph !== undefined && (graph.strategies.length === 0 ? <Nothing /> : <Shown graph={graph} />)}
      {open === 'new' && <StrategySheet views={graph?.views ?? new Map()} onClose={close} />}
      {open === 'templates' && <TemplatesSheet templates={graph?.templates ?? []} views={graph?.views ?? new Map()} onClose={close} />}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) void takeFile(replica, file);
        }}
      />
    </Page>
  );
}

const Nothing = () =>
  mayWrite.value ? (
    <FirstUse />
  ) : (
    <EmptyState icon="payoff" title={words.firstTitle}>
      {words.firstForReaders}
    </EmptyState>
  );

/** One underlying at a time: prices of several do not share an axis. */
function Shown({ graph: { strategies, views, now } }: { readonly graph: Graph }) {
  const [{ of }, changeSearch] = useSearch(params);
  const underlyings = [...new Set(strategies.map(({ underlying }) => underlying))];
  const underlying = underlyings.includes(of) ? of : (strategies.at(-1)?.underlying ?? '');
  const ofIt = useMemo((): readonly Strategy[] => strategies.filter((each) => each.underlying === underlying), [strategies, underlying]);
  const view = useMemo(
    () => views.get(underlying) ?? usualView(underlying, { legs: ofIt.flatMap(({ legs }) => legs), debit: ofIt[0]?.debit ?? null }),
    [views, underlying, ofIt],
  );
  return (
    <>
      {underlyings.length > 1 && (
        <Select
          label={words.underlying}
          value={underlying}
          choices={underlyings.map((value) => ({ value, label: value }))}
          onChange={(chosen) => changeSearch({ of: chosen })}
        />
      )}
      <Board
        key={underlying}
        all={ofIt}
        view={view}
        now={now}
        list={<StrategyList strategies={ofIt} all={strategies} view={view} views={views} />}
      />
    </>
  );
}
