import type { Id } from '@taffrail/domain/kernel';
import type { Playbook, Purpose, Results } from '@taffrail/domain/playbooks';
import type { PlaybookDraft } from '@taffrail/sync';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';
import { purposes } from '../../words/index.ts';
import { useResults } from '../results/useResults.ts';
import { useDrafts } from './useDrafts.ts';

/** A playbook on the shelf, or one that is still being written. */
export interface ShelfRow {
  readonly id: Id;
  readonly name: string;
  readonly purpose: Purpose | undefined;
  /** None where nothing has been published. */
  readonly version: number | undefined;
  readonly isActive: boolean;
  readonly isDraft: boolean;
  readonly results: Results | undefined;
}

export type Shelf =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly rows: readonly ShelfRow[] };

export function useShelf(): Shelf {
  const replica = useReplica();
  const answer = useLive(['playbook'], () => replica.states<Playbook>('playbook'));
  const drafts = useDrafts([answer]);
  const results = useResults();
  return useMemo(() => {
    if (answer.status !== 'ready') return answer;
    if (drafts === undefined || results === undefined) return { status: 'loading' };
    const published = answer.value.map(({ id, state }) => publishedRow(state, drafts.has(id), results.get(id)));
    const begun = [...drafts].filter(([id]) => answer.value.every((one) => one.id !== id)).map(([id, draft]) => begunRow(id, draft));
    return { status: 'ready', rows: [...published, ...begun].toSorted(byName) };
  }, [answer, drafts, results]);
}

const publishedRow = ({ id, name, purpose, active, versions }: Playbook, isDraft: boolean, results: Results | undefined): ShelfRow => ({
  id,
  name,
  purpose,
  version: versions.at(-1)?.version,
  isActive: active,
  isDraft,
  results,
});

const begunRow = (id: Id, { name, purpose }: PlaybookDraft): ShelfRow => ({
  id,
  name: name.trim(),
  purpose: Object.hasOwn(purposes, purpose) ? (purpose as Purpose) : undefined,
  version: undefined,
  isActive: true,
  isDraft: true,
  results: undefined,
});

/** In use first. */
const byName = (a: ShelfRow, b: ShelfRow): number => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name);
