import type { Id } from '@taffrail/domain/kernel';
import type { Playbook, PlaybookVersion, Purpose, Results } from '@taffrail/domain/playbooks';
import type { Replica } from '@taffrail/replica';
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
  readonly bindings: readonly string[];
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
  const answer = useLive(['playbook', 'playbook_version'], () => readAll(replica));
  const drafts = useDrafts(answer);
  const results = useResults();
  return useMemo(() => {
    if (answer.status !== 'ready') return answer;
    if (drafts === undefined || results === undefined) return { status: 'loading' };
    const published = answer.value.map((one) => publishedRow(one, drafts.has(one.playbook.id), results.get(one.playbook.id)));
    const begun = [...drafts]
      .filter(([id]) => answer.value.every(({ playbook }) => playbook.id !== id))
      .map(([id, draft]) => begunRow(id, draft));
    return { status: 'ready', rows: [...published, ...begun].toSorted(byName) };
  }, [answer, drafts, results]);
}

interface Published {
  readonly playbook: Playbook;
  readonly latest: PlaybookVersion | undefined;
}

async function readAll(replica: Replica): Promise<readonly Published[]> {
  const found = await replica.states<Playbook>('playbook');
  return Promise.all(
    found.map(async ({ state }) => {
      const id = state.versions.at(-1)?.version_id;
      const latest = id === undefined ? undefined : await replica.state<PlaybookVersion>('playbook_version', id);
      return { playbook: state, latest: latest?.state };
    }),
  );
}

const publishedRow = ({ playbook, latest }: Published, isDraft: boolean, results: Results | undefined): ShelfRow => ({
  id: playbook.id,
  name: playbook.name,
  purpose: playbook.purpose,
  bindings: latest?.content.strategy_bindings ?? [],
  version: latest?.version,
  isActive: playbook.active,
  isDraft,
  results,
});

const begunRow = (id: Id, { name, purpose, strategy_bindings }: PlaybookDraft): ShelfRow => ({
  id,
  name: name.trim(),
  purpose: Object.hasOwn(purposes, purpose) ? (purpose as Purpose) : undefined,
  bindings: strategy_bindings,
  version: undefined,
  isActive: true,
  isDraft: true,
  results: undefined,
});

/** In use first. */
const byName = (a: ShelfRow, b: ShelfRow): number => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name);
