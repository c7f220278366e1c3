import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place, RouteName } from '../routes/index.ts';
import type { PageProps, Pages } from './pages.ts';

export type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly place: Place; readonly Page: ComponentType<PageProps> }
  | { readonly status: 'failed'; readonly again: () => void };

const known = new Map<RouteName, ComponentType<PageProps>>();

/**
 * The page of a place. Until it is loaded the one before stays on the screen, as it is: with the place it was drawn for,
 * so that nothing in it begins anew and takes keys that are meant for the page to come.
 */
export function useLoadedPage(pages: Pages, here: Place): Loaded {
  const name = here.match?.name;
  const entry = name === undefined ? undefined : pages[name];
  const [ended, setEnded] = useState<{ readonly name: RouteName; readonly isFailure: boolean }>();
  const [attempt, setAttempt] = useState(0);
  const before = useRef<Loaded>({ status: 'loading' });

  // Asked for before the frame is painted, which would be waited for.
  useLayoutEffect(() => {
    if (name === undefined || entry === undefined) return undefined;
    let isCurrent = true;
    const end = (isFailure: boolean) => {
      if (isCurrent) setEnded({ name, isFailure });
    };
    void entry.load().then(
      (Page) => {
        known.set(name, Page);
        end(false);
      },
      () => end(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [name, entry, attempt]);

  const Page = name === undefined ? undefined : known.get(name);
  if (Page !== undefined) before.current = { status: 'ready', place: here, Page };
  else if (ended?.isFailure === true && ended.name === name) return { status: 'failed', again: () => setAttempt((count) => count + 1) };
  return before.current;
}
