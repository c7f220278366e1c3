import type { Field } from '@taffrail/domain/playbooks';
import { useBook } from '../../app/index.ts';
import type { AttachAll, JournalParts } from '../response/journalParts.ts';
import { attachedTo } from './attachable.ts';
import { addPiece, say, type Of } from './pieces.ts';

/** Attaches files and shows them for a field. They stand beside its text, not in it, so nothing is given back to be put there. */
export function useShowing(journal: JournalParts, of: Of, field: Field): AttachAll {
  const { replica, papers } = useBook();
  return async (files) => {
    for (const { id } of await journal.attachAll(replica, papers, attachedTo(of.subject), files)) {
      say(await addPiece(replica, of, { source: { kind: 'attachment', id }, field_keys: [field.key], note: null }));
    }
    return [];
  };
}
