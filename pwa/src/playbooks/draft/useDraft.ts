import { onChange, readDraft, type OpenDocument, type PlaybookDraft } from '@taffrail/sync';
import { useEffect, useState } from 'preact/hooks';

/** A draft as it stands, and as it changes here and elsewhere. */
export function useDraft(document: OpenDocument): PlaybookDraft {
  const [draft, setDraft] = useState(() => readDraft(document));
  useEffect(() => {
    const read = (): void => setDraft(readDraft(document));
    read();
    return onChange(document, read);
  }, [document]);
  return draft;
}
