import { Button, Chip, DayField, Dialog, IconButton, Select, TagsField, TextField, useFormats, useIsPhone } from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import { useActions } from '../../app/index.ts';
import { list as words, ruleNames, strategyNames } from '../../words/index.ts';
import { AnswerFilters } from './answerFilters.tsx';
import { GroupChoice } from './groupChoice.tsx';
import { labelOfWanted } from './wantedLabel.ts';
import { readWanted } from './answers.ts';
import { breachFilters, type BreachFilter } from './brokenRules.ts';
import { isFiltered, noFilters, results, statuses } from './filters.ts';
import css from './list.module.css';
import type { ListState } from './useList.ts';

const ALL = 'all';

/** What is asked most stands in a row; the rest behind one button, and as a chip once it is on. */
export function FilterBar({ state }: { readonly state: ListState }) {
  const { search, changeSearch } = state;
  const isPhone = useIsPhone();
  const formats = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  useActions([{ id: 'positions.search', label: words.search, icon: 'search', keys: '/', run: () => field.current?.focus() }]);

  return (
    <div class={css.bar} role="search" aria-label={words.search}>
      <div class={css.searchField}>
        <TextField
          bare
          type="search"
          label={words.search}
          placeholder={words.searchHint}
          value={search.q}
          ref={field}
          enterKeyHint="search"
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
          onChange={(q) => changeSearch({ q })}
        />
      </div>
      {!isPhone && <Often state={state} bare />}
      <IconButton icon="filter" label={words.moreFilters} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      <On state={state} />
      <Dialog
        open={isOpen}
        title={words.moreFilters}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button disabled={!isFiltered(search)} onClick={() => changeSearch(noFilters)}>
              {words.clear}
            </Button>
            <Button tone="primary" onClick={() => setOpen(false)}>
              {words.showThese(state.matching.length, formats.count(state.matching.length))}
            </Button>
          </>
        }
      >
        <div class={css.filters}>
          {isPhone && <Often state={state} bare={false} />}
          <Seldom state={state} />
          <AnswerFilters state={state} />
        </div>
      </Dialog>
    </div>
  );
}

interface OftenProps {
  readonly state: ListState;
  /** In a row what is chosen says what it is. */
  readonly bare: boolean;
}

function Often({ state, bare }: OftenProps) {
  const { search, changeSearch } = state;
  return (
    <>
      <Select
        bare={bare}
        label={words.status}
        value={search.status ?? ALL}
        choices={[{ value: ALL, label: words.anyStatus }, ...statuses.map((value) => ({ value, label: words.statuses[value] }))]}
        onChange={(status) => changeSearch({ status: status === ALL ? undefined : status })}
      />
      <GroupChoice state={state} bare={bare} />
    </>
  );
}

function Seldom({ state: { search, changeSearch, choices, accounts } }: { readonly state: ListState }) {
  return (
    <>
      <Select
        label={words.account}
        value={search.account === '' ? ALL : search.account}
        choices={[{ value: ALL, label: words.anyAccount }, ...(accounts ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(account) => changeSearch({ account: account === ALL ? '' : account })}
      />
      <Select
        label={words.strategy}
        value={search.strategy ?? ALL}
        choices={[{ value: ALL, label: words.anyStrategy }, ...choices.strategies.map((value) => ({ value, label: strategyNames[value] }))]}
        onChange={(strategy) => changeSearch({ strategy: strategy === ALL ? undefined : strategy })}
      />
      <Select
        label={words.result}
        value={search.result ?? ALL}
        choices={[{ value: ALL, label: words.anyResult }, ...results.map((value) => ({ value, label: words.results[value] }))]}
        onChange={(result) => changeSearch({ result: result === ALL ? undefined : result })}
      />
      <Select
        label={words.breaches}
        value={search.breach ?? ALL}
        choices={[{ value: ALL, label: words.anyBreach }, ...breachFilters.map((value) => ({ value, label: breachLabel(value) }))]}
        onChange={(breach) => changeSearch({ breach: breach === ALL ? undefined : breach })}
      />
      <div class={css.days}>
        <DayField label={words.from} value={search.from || undefined} onChange={(from) => changeSearch({ from: from ?? '' })} />
        <DayField label={words.to} value={search.to || undefined} onChange={(to) => changeSearch({ to: to ?? '' })} />
      </div>
      <TagsField label={words.tags} value={search.tag} known={choices.tags} onChange={(tag) => changeSearch({ tag })} />
    </>
  );
}

const breachLabel = (filter: BreachFilter): string =>
  filter === 'any' || filter === 'none' ? words.breachFilters[filter] : ruleNames[filter];

/** Every filter that is on and is not in sight otherwise; each is taken off where it is seen. */
function On({ state: { search, changeSearch, accountNames, playbooks } }: { readonly state: ListState }) {
  const formats = useFormats();
  const isPhone = useIsPhone();
  const on: { readonly name: string; readonly off: () => void }[] = [];
  if (isPhone && search.status !== undefined)
    on.push({ name: words.statuses[search.status], off: () => changeSearch({ status: undefined }) });
  if (isPhone && search.group !== undefined)
    on.push({ name: words.groupings[search.group], off: () => changeSearch({ group: undefined }) });
  if (search.account !== '') on.push({ name: accountNames.get(search.account) ?? words.account, off: () => changeSearch({ account: '' }) });
  if (search.strategy !== undefined) on.push({ name: strategyNames[search.strategy], off: () => changeSearch({ strategy: undefined }) });
  if (search.result !== undefined) on.push({ name: words.results[search.result], off: () => changeSearch({ result: undefined }) });
  if (search.breach !== undefined) on.push({ name: breachLabel(search.breach), off: () => changeSearch({ breach: undefined }) });
  if (search.from !== '') on.push({ name: words.since(formats.day(search.from)), off: () => changeSearch({ from: '' }) });
  if (search.to !== '') on.push({ name: words.until(formats.day(search.to)), off: () => changeSearch({ to: '' }) });
  const playbook = playbooks.find(({ id }) => id === search.playbook);
  if (playbook !== undefined) on.push({ name: playbook.name, off: () => changeSearch({ playbook: '', answer: [] }) });
  if (search.grade !== undefined) on.push({ name: words.gradeIs(search.grade), off: () => changeSearch({ grade: undefined }) });
  for (const text of search.answer) {
    const wanted = readWanted(text);
    const off = () => changeSearch({ answer: search.answer.filter((other) => other !== text) });
    if (wanted !== undefined) on.push({ name: labelOfWanted(wanted, playbook, formats), off });
  }
  for (const tag of search.tag) on.push({ name: tag, off: () => changeSearch({ tag: search.tag.filter((other) => other !== tag) }) });
  if (on.length === 0) return null;
  return (
    <div class={css.on}>
      {on.map(({ name, off }) => (
        <Chip key={name} onRemove={off}>
          {name}
        </Chip>
      ))}
    </div>
  );
}
