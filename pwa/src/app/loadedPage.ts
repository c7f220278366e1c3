import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RouteName } from '../routes/index.ts';
import type { PageProps, Pages } from './pages.ts';

export type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly name: RouteName; readonly Page: ComponentType<PageProps> }
  | { readonly status: 'failed'; readonly again: () => void };

const known = new Map<RouteName, ComponentType<PageProps>>();

/** The page of a place. Until it is loaded the one before stays on the screen, so that nothing flickers between two pages. */
export function useLoadedPage(pages: Pages, name: RouteName | undefined): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const entry = name === undefined ? undefined : pages[name];
  const Known = name === undefined ? undefined : known.get(name);

  useEffect(() => {
    if (name === undefined || entry === undefined) return undefined;
    let isCurrent = true;
    const load = () =>
      entry.load().then(
        (Page) => {
          known.set(name, Page);
          if (isCurrent) setLoaded({ status: 'ready', name, Page });
        },
        () => {
          if (isCurrent) setLoaded({ status: 'failed', again: () => void load() });
        },
      );
    void load();
    return () => {
      isCurrent = false;
    };
  }, [name, entry]);

  return name !== undefined && Known !== undefined ? { status: 'ready', name, Page: Known } : loaded;
}
