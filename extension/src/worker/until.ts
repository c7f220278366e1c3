import { effect } from '@preact/signals';

/** What signals come to, once they come to something. */
export function until<T>(read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    let isOver = false;
    const stop = effect(() => {
      const now = isOver ? undefined : read();
      if (now === undefined) return;
      isOver = true;
      resolve(now);
      queueMicrotask(() => stop());
    });
  });
}
