import { useMemo } from 'preact/hooks';
import type { Live } from '@taffrail/replica';
import { useReplica } from './book.ts';

/** The answer to a query of the replica, asked again whenever something of these types changed. `given` is all the query depends on. */
export function useLive<T>(types: readonly string[], query: () => Promise<T>, given: readonly unknown[] = []): Live<T> {
  const replica = useReplica();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller says what the query depends on
  const answer = useMemo(() => replica.live(types, query), [replica, types.join(), ...given]);
  return answer.value;
}
