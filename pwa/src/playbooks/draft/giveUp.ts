import type { Id } from '@taffrail/domain/kernel';
import type { PlaybookVersion } from '@taffrail/domain/playbooks';
import {
  fillDraft,
  moveDraftField,
  readDraft,
  removeDraftField,
  restoreDraftField,
  setDraft,
  setDraftBase,
  setDraftField,
  type OpenDocument,
  type PlaybookDraft,
} from '@taffrail/sync';
import { baseOn } from './base.ts';
import { writeIn, type Desk } from './desk.ts';

/** Back to what the latest version says, or to nothing. Gives how to have it back. */
export async function giveUpDraft(desk: Desk, id: Id, latest: PlaybookVersion | undefined): Promise<() => Promise<void>> {
  const device = desk.entry.id;
  const before = await writeIn(desk, id, (document) => {
    const draft = readDraft(document);
    if (latest === undefined) document.content.transact(() => empty(document, device));
    else fillDraft(document, device, latest.content, baseOn(latest));
    return draft;
  });
  return () => writeIn(desk, id, (document) => document.content.transact(() => sayAgain(document, device, before)));
}

function empty(document: OpenDocument, device: Id): void {
  for (const { id } of readDraft(document).fields) removeDraftField(document, device, id);
  setDraft(document, device, { name: '' });
}

function sayAgain(document: OpenDocument, device: Id, before: PlaybookDraft): void {
  const { fields, grade_thresholds, risk_schedule, strategy_bindings, base, ...head } = before;
  const byGrade = [...byPath('grade_thresholds', grade_thresholds), ...byPath('risk_schedule', risk_schedule)];
  empty(document, device);
  setDraft(document, device, { ...head, strategy_bindings: [...strategy_bindings], ...Object.fromEntries(byGrade) });
  setDraftBase(document, device, base);
  for (const [place, { id, options, ...values }] of fields.entries()) {
    setDraftField(document, device, id, { ...values, options: [...options] });
    restoreDraftField(document, device, id);
    moveDraftField(document, device, id, place);
  }
}

const byPath = (name: string, byGrade: { readonly [grade: string]: string }): [string, string][] =>
  Object.entries(byGrade).map(([grade, figure]) => [`${name}.${grade}`, figure]);
