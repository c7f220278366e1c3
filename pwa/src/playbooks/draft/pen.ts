import type { Id } from '@taffrail/domain/kernel';
import type { PlaybookVersion } from '@taffrail/domain/playbooks';
import {
  addDraftField,
  moveDraftField,
  readDraft,
  removeDraftField,
  restoreDraftField,
  setDraft,
  setDraftBase,
  setDraftField,
  type DraftField,
  type DraftFieldValues,
  type DraftHead,
  type OpenDocument,
} from '@taffrail/sync';
import { baseOn } from './base.ts';
import { isMadeFrom, keyFor } from './fieldKey.ts';

/** Writes in a draft, as one device. */
export interface Pen {
  set(values: DraftHead): void;
  /** The next version goes on from this one. */
  goOnFrom(version: Pick<PlaybookVersion, 'id' | 'version'>): void;
  setField(id: string, values: DraftFieldValues): void;
  /** Its key follows, where it was made from the label and no version has it yet. */
  rename(field: DraftField, label: string, published: ReadonlySet<string>): void;
  /** Gives its id. Behind all others, or behind this one. */
  add(behind?: string): string;
  duplicate(field: DraftField): string;
  move(id: string, to: number): void;
  remove(id: string): void;
  restore(id: string): void;
}

export interface PenParts {
  readonly document: OpenDocument;
  readonly device: Id;
  readonly nextId: () => Id;
}

export function penFor({ document, device, nextId }: PenParts): Pen {
  const fields = () => readDraft(document).fields;
  const keysBut = (id: string | undefined) => new Set(fields().flatMap((field) => (field.id === id ? [] : [field.key])));

  function put(values: DraftFieldValues, behind: string | undefined): string {
    const id = nextId();
    const at = fields().findIndex((field) => field.id === behind);
    document.content.transact(() => {
      addDraftField(document, device, id, values);
      if (at >= 0) moveDraftField(document, device, id, at + 1);
    });
    return id;
  }

  return {
    set: (values) => setDraft(document, device, values),
    goOnFrom: (version) => setDraftBase(document, device, baseOn(version)),
    setField: (id, values) => setDraftField(document, device, id, values),
    rename({ id, key, label: before }, label, published) {
      const isFree = !published.has(key) && isMadeFrom(before, key);
      setDraftField(document, device, id, { label, ...(isFree && { key: keyFor(label, keysBut(id)) }) });
    },
    add: (behind) => put({ type: 'boolean', label: '', key: keyFor('', keysBut(undefined)), weight: '1' }, behind),
    duplicate({ id, options, ...field }) {
      return put({ ...field, options: [...options], key: keyFor(field.label, keysBut(undefined)) }, id);
    },
    move: (id, to) => moveDraftField(document, device, id, to),
    remove: (id) => removeDraftField(document, device, id),
    restore: (id) => restoreDraftField(document, device, id),
  };
}
