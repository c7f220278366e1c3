import type { PositionRow } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { entry } from '../../words/index.ts';
import { AccountForm } from '../accounts/accountForm.tsx';
import { useAccounts } from '../standing.ts';
import { EntryForm, type EntryFormProps } from './entryForm.tsx';
import { useKeptDraft } from './keptDraft.ts';

export type EntrySheetProps = Pick<EntryFormProps, 'onSaved' | 'onClose' | 'discipline'>;

/** The form, once it is known what can be traded in, and what was half written. Where there is no account yet, that comes first. */
export function EntrySheet({ onSaved, onClose, discipline }: EntrySheetProps) {
  const replica = useReplica();
  const accounts = useAccounts();
  const kept = useKeptDraft(replica);
  const rows = replica.rows<PositionRow>('positions').value;
  const { symbols, tags } = useMemo(() => wordsIn(rows), [rows]);
  if (accounts === undefined || kept === 'looking') return null;
  // Once it is open, the form itself goes on.
  if (accounts.every(({ closed }) => closed)) return <AccountForm title={entry.firstAccount} onClose={onClose} onSaved={() => {}} />;
  const draft = kept === 'none' ? undefined : kept;
  return (
    <EntryForm accounts={accounts} kept={draft} symbols={symbols} tags={tags} onSaved={onSaved} onClose={onClose} discipline={discipline} />
  );
}

function wordsIn(rows: ReadonlyMap<string, PositionRow> | undefined) {
  const all = [...(rows?.values() ?? [])];
  return { symbols: inOrder(all.map(({ symbol }) => symbol)), tags: inOrder(all.flatMap(({ tags }) => tags)) };
}

const inOrder = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();
