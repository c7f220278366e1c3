import type { Id } from '@taffrail/domain/kernel';
import type { PositionRow, ResponseRow } from '@taffrail/replica';
import type { Sort } from '@taffrail/ui';
import { useMemo, useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { useBreaches } from '../../conduct/index.ts';
import { useSearch } from '../../routes/index.ts';
import { accountCalled, useAccounts } from '../standing.ts';
import { answersIn } from './answers.ts';
import { brokenIn } from './brokenRules.ts';
import { choicesIn, filtered, listParams, searchable } from './filters.ts';
import { placed, subtotalOf, subtotals, type Subtotal } from './groups.ts';
import { usePlaybooks } from './playbooks.ts';
import { lookedAt, readSort, sorted, writtenSort } from './sorting.ts';

/** The list as its address says it: filtered, sorted, grouped and added up. Undefined rows are still being loaded. */
export function useList() {
  const rows = useReplica().rows<PositionRow>('positions').value;
  const responses = useReplica().rows<ResponseRow>('responses').value;
  const accounts = useAccounts();
  const playbooks = usePlaybooks(responses);
  const conflicts = useReplica().conflicts.value;
  const conflicted = useMemo(() => new Set(conflicts.map(({ wish }) => wish.aggregate_id)), [conflicts]);
  const [search, changeSearch] = useSearch(listParams);
  const [selected, setSelected] = useState<ReadonlySet<Id>>(new Set());
  const accountNames = useMemo(() => new Map(accounts?.map(({ id, name }) => [id, name])), [accounts]);
  const sort = useMemo(() => readSort(search.sort), [search.sort]);

  // What was merged into another trade is shown there.
  const all = useMemo(() => rows && [...rows.values()].filter(({ merged_into }) => merged_into === null), [rows]);
  const choices = useMemo(() => choicesIn(all ?? []), [all]);
  const answersOf = useMemo(() => answersIn(responses?.values() ?? []), [responses]);
  // What a filter leaves stays in order, so that a key in its field sorts nothing; nor does what becomes known and is not sorted by.
  const { names, graded } = lookedAt(sort, { names: accountNames, graded: answersOf });
  const inOrder = useMemo(() => searchable(sorted(all ?? [], sort, { names, graded })), [all, sort, names, graded]);
  const breaches = useBreaches();
  const brokenOf = useMemo(() => brokenIn(breaches ?? []), [breaches]);
  const matching = useMemo(() => filtered(inOrder, search, { answersOf, brokenOf }), [inOrder, search, answersOf, brokenOf]);
  const { group, field, playbook } = search;
  const shown = useMemo(() => placed(matching, { group, field, playbook, answersOf }), [matching, group, field, playbook, answersOf]);
  const sums = useMemo(() => (search.group === undefined ? new Map<string, Subtotal>() : subtotals(shown)), [shown, search.group]);
  const total = useMemo(() => subtotalOf(matching), [matching]);
  const chosen = useMemo(() => matching.filter(({ id }) => selected.has(id)), [matching, selected]);

  return {
    all,
    accounts,
    accountNames,
    conflicted,
    playbooks,
    answersOf,
    brokenOf,
    choices,
    search,
    changeSearch,
    sort,
    setSort: (next: Sort) => changeSearch({ sort: writtenSort(next) }),
    shown,
    matching,
    sums,
    total,
    selected,
    setSelected,
    /** Marked and shown: what a filter hides is not changed behind one's back. */
    chosen,
    accountOf: (id: Id) => accountCalled(accounts, id),
  };
}

export type ListState = ReturnType<typeof useList>;
