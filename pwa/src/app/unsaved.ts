import { useEffect } from 'preact/hooks';

let halfFilled = 0;

/** Whether something half written would go with this page. */
export const hasUnsaved = (): boolean => halfFilled > 0;

/** A form says so while it holds what is nowhere else: the browser then asks before the page goes, and no update reloads it. */
export function useUnsaved(isHalfFilled: boolean): void {
  useEffect(() => {
    if (!isHalfFilled) return undefined;
    const ask = (event: Event) => event.preventDefault();
    halfFilled += 1;
    addEventListener('beforeunload', ask);
    return () => {
      halfFilled -= 1;
      removeEventListener('beforeunload', ask);
    };
  }, [isHalfFilled]);
}
