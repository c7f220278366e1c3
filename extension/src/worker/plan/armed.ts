import type { AddAttachment } from '@taffrail/domain/attachments';
import type { Wish } from '@taffrail/domain/conduct';
import { asJson, isRefusal, type Id, type Refusal } from '@taffrail/domain/kernel';
import { arm } from '@taffrail/replica';
import { keep, type Asked } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import type { OpenBook } from '../book/openBook.ts';
import { until } from '../until.ts';
import { planOf } from './plan.ts';

/** Puts a plan in the book with its answers and its picture, all or nothing; unless the verdict stops it and nobody said why all the same. */
export async function armed(book: OpenBook, asked: Extract<Asked, { kind: 'arm' }>): Promise<Refusal | null> {
  const { replica } = book;
  const { draft, override_reason, picture } = asked;
  const { isPlanned, missing, verdict, account, wishes, position } = await until(() => planOf(replica, asked));
  // Asked again because a worker was ended before it could say that it is done.
  if (isPlanned) return null;
  if (missing !== undefined) return { refused: true, code: 'plan_unfinished', sentence: words.missing[missing], details: {} };
  if (isRefusal(position)) return position;
  if (verdict === undefined || account === undefined) throw new Error('a plan is armed in an account');
  const taken = picture === null ? [] : await pictureWish(book, draft.position_id, picture);
  if (isRefusal(taken)) return taken;
  const plan = { account_id: account.id, position_id: draft.position_id, wishes: [...wishes, ...taken] };
  const done = await arm(replica, plan, verdict, override_reason);
  if (isRefusal(done)) return done;
  await keep('account', account.id);
  return null;
}

/** The file is kept first, then what speaks of it. */
async function pictureWish({ replica, papers }: OpenBook, positionId: Id, picture: string): Promise<readonly Wish[] | Refusal> {
  const kept = await papers.files.keep(blobOf(picture));
  if (isRefusal(kept)) return kept;
  const payload: AddAttachment = { subject: { type: 'position', id: positionId }, ...kept, file_name: 'ticket.png', caption: null };
  return [{ type: 'AddAttachment', aggregate_id: replica.ground.surroundings.ids.next(), payload: asJson(payload) }];
}

/** A picture comes as text, which the content policy lets nobody fetch. */
function blobOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.codePointAt(0) ?? 0);
  return new Blob([bytes], { type: 'image/png' });
}
