import type { Attachment, Subject } from '@taffrail/domain/attachments';
import type { Id } from '@taffrail/domain/kernel';
import type { ResponseSubject } from '@taffrail/domain/playbooks';
import type { Live, Replica } from '@taffrail/replica';
import { useLive, useReplica } from '../../app/index.ts';
import { readTraded } from '../response/traded.ts';
import type { ShownAttachment } from '../response/journalParts.ts';

/** What may be shown as evidence, and what was and is gone. */
export interface Attachable {
  readonly ofPosition: readonly ShownAttachment[];
  readonly ofDay: readonly ShownAttachment[];
  /** Whatever is attached anywhere and has not been removed. */
  readonly byId: ReadonlyMap<Id, ShownAttachment>;
}

/** What is attached while one fills in belongs to the trade, or to the page of the day. */
export const attachedTo = (subject: ResponseSubject): Subject =>
  subject.type === 'position' ? { type: 'position', id: subject.id } : { type: 'day', id: subject.day };

export function useAttachable(subject: ResponseSubject): Live<Attachable> {
  const replica = useReplica();
  const { type, id } = attachedTo(subject);
  return useLive(['attachment', 'position'], () => readAttachable(replica, subject), [type, id]);
}

async function readAttachable(replica: Replica, subject: ResponseSubject): Promise<Attachable> {
  const states = await replica.states<Attachment>('attachment');
  const all = states.filter(({ state }) => state.removed_at === null).map(({ state, version }) => ({ ...state, version }));
  const day = subject.type === 'instrument' ? subject.day : (await readTraded(replica, subject.id))?.day;
  return {
    ofPosition: subject.type === 'position' ? all.filter((each) => isOf(each, { type: 'position', id: subject.id })) : [],
    ofDay: day === undefined ? [] : all.filter((each) => isOf(each, { type: 'day', id: day })),
    byId: new Map(all.map((each) => [each.id, each])),
  };
}

const isOf = ({ subject }: ShownAttachment, wanted: Subject): boolean => subject.type === wanted.type && subject.id === wanted.id;
