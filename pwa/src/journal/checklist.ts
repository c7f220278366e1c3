import { bodyOf, onText, type OpenDocument } from '@taffrail/sync';
import { useEffect, useState } from 'preact/hooks';
import { initProseMirrorDoc } from 'y-prosemirror';
import { pageSchema } from './editor/schema.ts';

export interface Check {
  readonly box: string;
  readonly text: string;
}

/** The boxes of a page, in order, with the line beside each. */
function checksIn(document: OpenDocument): readonly Check[] {
  const checks: Check[] = [];
  initProseMirrorDoc(bodyOf(document), pageSchema).doc.descendants((node) => {
    const box: unknown = node.attrs['box'];
    if (node.type.name === 'check_item' && typeof box === 'string') checks.push({ box, text: node.firstChild?.textContent.trim() ?? '' });
  });
  return checks;
}

export function useChecks(document: OpenDocument): readonly Check[] {
  const [checks, setChecks] = useState(() => checksIn(document));
  useEffect(() => {
    const read = (): void => setChecks(checksIn(document));
    read();
    return onText(document, read);
  }, [document]);
  return checks;
}
