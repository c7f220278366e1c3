import type { Breach } from '@taffrail/domain/discipline';
import { Button, DataTable, EmptyState, LinkButton, Page, SegmentedControl, Select, Skeleton, useFormats } from '@taffrail/ui';
import { useCallback, useMemo } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { useBreaches } from '../../conduct/index.ts';
import { link, useSearch } from '../../routes/index.ts';
import { breaches as words, ruleNames } from '../../words/index.ts';
import css from './breaches.module.css';
import { BreachCard, columnsFor } from './columns.tsx';
import { breachParams, type BreachSearch, choicesIn, filtered, inOrder, noFilters, shows } from './filters.ts';
import { useNames } from './useNames.ts';

const ANY = 'any';
const showChoices = shows.map((value) => ({ value, label: words.filters[value] }));

const keyOf = ({ id }: Breach): string => id;
const hrefOf = ({ id }: Breach): string => link('breach', { id });
const nameOf = ({ finding }: Breach): string => ruleNames[finding.rule_key];

/** Every rule that was broken, and what was withdrawn since. */
export function BreachesPage() {
  const breaches = useBreaches();
  // A copy that still loads says nothing yet about what the book holds.
  const isFilling = ['connecting', 'loading'].includes(useReplica().line.value.state);
  const isEmpty = breaches?.length === 0;
  return (
    <Page title={words.title} measure="filled">
      {(breaches === undefined || (isEmpty && isFilling)) && <Skeleton shape="row" count={10} />}
      {isEmpty && !isFilling && (
        <EmptyState icon="check" title={words.none} actions={<LinkButton href={link('calendar')}>{words.toCalendar}</LinkButton>}>
          {words.noneMeaning}
        </EmptyState>
      )}
      {breaches !== undefined && !isEmpty && <Shown breaches={breaches} />}
    </Page>
  );
}

function Shown({ breaches }: { readonly breaches: readonly Breach[] }) {
  const formats = useFormats();
  const names = useNames();
  const [search, changeSearch] = useSearch(breachParams);
  const ordered = useMemo(() => inOrder(breaches), [breaches]);
  const shown = useMemo(() => filtered(ordered, search), [ordered, search]);
  const columns = useMemo(() => columnsFor(formats, names, search.show === 'all'), [formats, names, search.show]);
  const card = useCallback((breach: Breach) => <BreachCard breach={breach} formats={formats} names={names} />, [formats, names]);
  return (
    <>
      <Filters breaches={breaches} search={search} onChange={changeSearch} count={shown.length} />
      {shown.length === 0 ? (
        <EmptyState icon="filter" title={words.noMatch} actions={<Button onClick={() => changeSearch(noFilters)}>{words.clear}</Button>}>
          {words.noMatchMeaning}
        </EmptyState>
      ) : (
        <DataTable
          label={words.title}
          rows={shown}
          columns={columns}
          keyOf={keyOf}
          nameOf={nameOf}
          hrefOf={hrefOf}
          card={card}
          scrollName="breaches"
        />
      )}
    </>
  );
}

interface FiltersProps {
  readonly breaches: readonly Breach[];
  readonly search: BreachSearch;
  readonly count: number;
  readonly onChange: (changes: Partial<BreachSearch>) => void;
}

function Filters({ breaches, search: { show = 'standing', rule, month }, count, onChange }: FiltersProps) {
  const formats = useFormats();
  const { rules, months } = useMemo(() => choicesIn(breaches), [breaches]);
  // A link may ask for a whole year, which is in no list.
  const times = month === '' || months.includes(month) ? months : [month, ...months];
  return (
    <div class={css.bar}>
      <SegmentedControl
        bare
        label={words.which}
        value={show}
        choices={showChoices}
        onChange={(chosen) => onChange({ show: chosen === 'standing' ? undefined : chosen })}
      />
      <Select
        bare
        label={words.rule}
        value={rule ?? ANY}
        choices={[{ value: ANY, label: words.anyRule }, ...rules.map((value) => ({ value, label: ruleNames[value] }))]}
        onChange={(chosen) => onChange({ rule: chosen === ANY ? undefined : chosen })}
      />
      <Select
        bare
        label={words.month}
        value={month === '' ? ANY : month}
        choices={[
          { value: ANY, label: words.anyTime },
          ...times.map((value) => ({ value, label: value.length === 7 ? formats.month(`${value}-01`) : value })),
        ]}
        onChange={(chosen) => onChange({ month: chosen === ANY ? '' : chosen })}
      />
      <span class={css.count} role="status">
        {words.count(count, formats.count(count))}
      </span>
    </div>
  );
}
