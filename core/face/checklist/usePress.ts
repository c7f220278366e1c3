import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives a way to do something once nothing is pressed any more. What is said of a field that is left moves all that is below it, and
 * whoever left it by pressing there would miss.
 */
export function usePress(): (act: () => void) => void {
  const press = useRef<{ isOn: boolean; waiting: (() => void)[] }>({ isOn: false, waiting: [] });
  useEffect(() => {
    const { current } = press;
    const begin = (): void => void (current.isOn = true);
    // The click of a press comes right behind its end.
    const end = (): void =>
      void setTimeout(() => {
        current.isOn = false;
        for (const act of current.waiting.splice(0)) act();
      });
    addEventListener('pointerdown', begin, true);
    addEventListener('pointerup', end, true);
    addEventListener('pointercancel', end, true);
    return () => {
      removeEventListener('pointerdown', begin, true);
      removeEventListener('pointerup', end, true);
      removeEventListener('pointercancel', end, true);
    };
  }, []);
  return (act) => {
    if (press.current.isOn) press.current.waiting.push(act);
    else act();
  };
}
