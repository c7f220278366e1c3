import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../app/index.ts';

export type Answered<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly refusal: Refusal };

/** What the server answers at a path, and how to ask it again. What was there stays on the screen meanwhile. */
export function useAnswer<T>(path: string, workspaceId?: string): readonly [Answered<T>, () => Promise<void>] {
  const [answered, setAnswered] = useState<Answered<T>>({ status: 'loading' });
  const read = useCallback(async () => {
    const answer = await api<T>(path, { workspaceId });
    setAnswered(isRefusal(answer) ? { status: 'failed', refusal: answer } : { status: 'ready', value: answer });
  }, [path, workspaceId]);
  useEffect(() => void read(), [read]);
  return [answered, read];
}
