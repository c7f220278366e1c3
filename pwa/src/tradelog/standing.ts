import { isRefusal, type Id, type Refusal } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica, Wish } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { toast, useLive, useReplica } from '../app/index.ts';
import { sentenceOfRefusal } from './form/refused.ts';

/** All accounts of the book, by name; undefined until they are read. */
export function useAccounts(): readonly Account[] | undefined {
  const replica = useReplica();
  const answer = useLive(['account'], () => replica.states<Account>('account'));
  return useMemo(
    () => (answer.status === 'ready' ? answer.value.map(({ state }) => state).toSorted((a, b) => a.name.localeCompare(b.name)) : undefined),
    [answer],
  );
}

/** The one among them, where it is known. */
export const accountCalled = (accounts: readonly Account[] | undefined, id: Id): Account | undefined =>
  accounts?.find((account) => account.id === id);

/** An id for something that begins here. */
export const nextId = (replica: Replica): Id => replica.ground.surroundings.ids.next();

/** Gives back the refusal only: whoever asks has nothing to do where all went well. */
export async function refusalOf(replica: Replica, ...wishes: readonly Wish[]): Promise<Refusal | undefined> {
  const answer = await replica.dispatch(...wishes);
  return isRefusal(answer) ? answer : undefined;
}

/** For what is done by a tap, without a form that could show the refusal. */
export async function doOrSay(replica: Replica, ...wishes: readonly Wish[]): Promise<boolean> {
  const refusal = await refusalOf(replica, ...wishes);
  if (refusal !== undefined) toast({ tone: 'breach', text: sentenceOfRefusal(refusal) });
  return refusal === undefined;
}
