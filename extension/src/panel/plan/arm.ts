import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { arm } from '@taffrail/replica';
import { keep, type Draft, type OpenBook } from '../../app/index.ts';
import { startAnew } from './draft.ts';
import { pictureWish } from './picture.ts';
import type { Plan } from './usePlan.ts';

interface Beside {
  readonly picture: Blob | undefined;
  /** Why all the same, where something stands against it. */
  readonly overrideReason: string | null;
}

/** Puts a plan in the book with its answers and its picture, all or nothing; unless the verdict stops it and nobody said why all the same. */
export async function armPlan(book: OpenBook, draft: Draft, plan: Plan, { picture, overrideReason }: Beside): Promise<Refusal | undefined> {
  const { verdict, account, wishes } = plan;
  if (verdict === undefined || account === undefined || wishes.length === 0) return undefined;
  const { replica } = book;
  const taken = picture && (await pictureWish(book, draft.position_id, picture));
  if (isRefusal(taken)) return taken;
  const whole = { account_id: account.id, position_id: draft.position_id, wishes: [...wishes, ...(taken ? [taken] : [])] };
  const done = await arm(replica, whole, verdict, overrideReason);
  if (isRefusal(done)) return done;
  await keep('account', account.id);
  startAnew(replica);
  return undefined;
}
