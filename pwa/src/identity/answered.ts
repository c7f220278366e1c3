import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../app/index.ts';

export type Answered<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly refusal: Refusal };

interface Asked {
  readonly workspaceId?: string;
  /** Where it changes without anything done here. */
  readonly everyMs?: number;
}

/** What the server answers at a path, and how to ask it again. What was there stays on the screen meanwhile. */
export function useAnswer<T>(path: string, { workspaceId, everyMs }: Asked = {}): readonly [Answered<T>, () => Promise<void>] {
  const [answered, setAnswered] = useState<Answered<T>>({ status: 'loading' });
  const read = useCallback(async () => {
    const answer = await api<T>(path, { workspaceId });
    if (!isRefusal(answer)) setAnswered({ status: 'ready', value: answer });
    else setAnswered((before) => (before.status === 'ready' && answer.code === 'offline' ? before : { status: 'failed', refusal: answer }));
  }, [path, workspaceId]);
  useEffect(() => {
    void read();
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => document.visibilityState === 'visible' && void read(), everyMs);
    return () => clearInterval(timer);
  }, [read, everyMs]);
  return [answered, read];
}
