import type { Id } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { entry } from '../../words/index.ts';
import { AccountForm } from '../accounts/accountForm.tsx';
import { useAccounts } from '../standing.ts';
import { EntryForm } from './entryForm.tsx';

export interface EntrySheetProps {
  /** Under the id that the trade has from now on. */
  readonly onSaved: (id: Id) => void;
  readonly onClose: () => void;
}

/** The form, once it is known what can be traded in. Where there is no account yet, that comes first. */
export function EntrySheet({ onSaved, onClose }: EntrySheetProps) {
  const accounts = useAccounts();
  const rows = useReplica().rows<PositionRow>('positions').value;
  const { symbols, tags } = useMemo(() => wordsIn(rows), [rows]);
  if (accounts === undefined) return null;
  // Once it is open, the form itself goes on.
  if (accounts.every(({ closed }) => closed)) return <AccountForm title={entry.firstAccount} onClose={onClose} onSaved={() => {}} />;
  return <EntryForm accounts={accounts} symbols={symbols} tags={tags} onSaved={onSaved} onClose={onClose} />;
}

function wordsIn(rows: ReadonlyMap<string, PositionRow> | undefined) {
  const all = [...(rows?.values() ?? [])];
  return { symbols: inOrder(all.map(({ symbol }) => symbol)), tags: inOrder(all.flatMap(({ tags }) => tags)) };
}

const inOrder = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();
