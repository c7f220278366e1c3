import type { PlaybookVersion } from '@taffrail/domain/playbooks';
import type { FieldSlot } from '@taffrail/face';
import type { JournalParts } from '../response/journalParts.ts';
import type { ShownResponse } from '../response/responses.ts';
import { FieldEvidence } from './fieldEvidence.tsx';

/** What shows that a field was answered truly. */
export function evidenceSlot(shown: ShownResponse, version: PlaybookVersion, journal: JournalParts | undefined): FieldSlot {
  const pieces = shown.response?.evidence ?? [];
  return {
    count: (key) => pieces.filter(({ field_keys }) => field_keys.includes(key)).length,
    draw: (field) => <FieldEvidence key="evidence" field={field} fields={version.content.fields} shown={shown} journal={journal} />,
  };
}
