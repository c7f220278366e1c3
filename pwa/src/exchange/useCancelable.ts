import { useEffect, useRef } from 'preact/hooks';

/** Work that the trader may stop, and that stops when nobody looks at it any more. Stopped, it comes to undefined. */
export function useCancelable() {
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  async function run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const own = new AbortController();
    stopping.current = own;
    try {
      return await work(own.signal);
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    }
  }

  return { run, cancel: () => stopping.current?.abort() };
}
