import type { AddAttachment, Attachment, Subject } from '@taffrail/domain/attachments';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { Papers, Replica } from '@taffrail/replica';
import { toast, useBook } from '../../app/index.ts';

type Attached = AddAttachment & Pick<Attachment, 'id'>;

/** Attaches files to something. What cannot be attached is said, and the others are attached all the same. */
export function useAttaching(subject: Subject): (files: readonly File[]) => Promise<readonly Attached[]> {
  const { replica, papers } = useBook();
  return (files) => attachAll(replica, papers, subject, files);
}

export async function attachAll(replica: Replica, papers: Papers, subject: Subject, files: readonly File[]): Promise<readonly Attached[]> {
  const attached: Attached[] = [];
  for (const file of files) {
    const one = await attach(replica, papers, subject, file);
    if (isRefusal(one)) toast({ text: one.sentence, tone: 'breach' });
    else attached.push(one);
  }
  return attached;
}

/** The file first, then what speaks of it: on the device as on the server. */
async function attach(replica: Replica, { files }: Papers, subject: Subject, file: File): Promise<Attached | Refusal> {
  const kept = await files.keep(file);
  if (isRefusal(kept)) return kept;
  const payload: AddAttachment = { subject, ...kept, file_name: nameOf(file), caption: null };
  const id = replica.ground.surroundings.ids.next();
  const done = await replica.dispatch({ type: 'AddAttachment', aggregate_id: id, payload });
  return isRefusal(done) ? done : { ...payload, id };
}

const LONGEST = 200;

/** What is pasted or taken has often no name, or one that reads as something else. */
function nameOf({ name, type }: File): string {
  const plain = name
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, LONGEST);
  return plain === '' ? `picture.${type.split('/')[1] ?? 'png'}` : plain;
}

/** What is attached to something, oldest first, as this device knows it. */
export async function attachmentsOf(replica: Replica, subject: Subject): Promise<readonly ShownAttachment[]> {
  const all = await replica.states<Attachment>('attachment');
  return all
    .filter(({ state }) => state.removed_at === null && state.subject.type === subject.type && state.subject.id === subject.id)
    .map(({ state, version }) => ({ ...state, version }))
    .toSorted((a, b) => (a.added_at < b.added_at ? -1 : Number(a.added_at > b.added_at)));
}

export type ShownAttachment = Attachment & { readonly version: number };
