import { useBook } from '../app/index.ts';
import { OverrideDialog, VerdictNote } from '@taffrail/face';
import { NewPositionPage } from '../tradelog/index.ts';

const discipline = { Note: VerdictNote, OverrideDialog };

/** A trade being entered. Where its instrument was looked at before by a checklist, that may be what it came of. */
export function NewTradePage() {
  const { replica, papers } = useBook();
  return (
    <NewPositionPage
      discipline={discipline}
      onSaved={(positionId) => void import('../playbooks/index.ts').then(({ offerLinks }) => offerLinks(replica, papers, positionId))}
    />
  );
}
