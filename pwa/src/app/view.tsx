import { Button, ErrorState, LinkButton, Page, Skeleton } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import { go, link, type Place, place, type RouteName } from '../routes/index.ts';
import { shell } from '../words/index.ts';
import { useArrival } from './arrival.ts';
import { book } from './book.ts';
import { Boundary } from './boundary.tsx';
import { type Loaded, useLoadedPage } from './loadedPage.ts';
import type { Pages } from './pages.ts';
import { sentenceOf } from './problem.ts';

/** The page of the place one is at. */
export function View({ pages }: { readonly pages: Pages }) {
  const here = place.value;
  const entry = entryOf(pages, here);
  const loaded = useLoadedPage(pages, here);
  const needsBook = entry?.needsBook === true;
  const { status } = book.value;
  useArrival(here, entry === undefined || hasArrived(loaded, here));

  const isFirstUse = needsBook && status === 'none';
  useEffect(() => {
    if (isFirstUse) go(link('welcome'), { replace: true });
  }, [isFirstUse]);

  if (entry === undefined) return <NotFound pathname={here.pathname} />;
  if (needsBook && status === 'failed') return <BookFailed />;
  // The page before stays while the next one loads, and it may need a book that is not open any more.
  const onScreen = loaded.status === 'ready' ? entryOf(pages, loaded.place) : entry;
  if ((needsBook || onScreen?.needsBook === true) && status !== 'open') return <Waiting />;
  return (
    <Boundary key={loaded.status === 'ready' ? loaded.place.visit : here.visit}>
      <Drawn loaded={loaded} />
    </Boundary>
  );
}

function entryOf(pages: Pages, { match }: Place): Pages[RouteName] {
  return match === undefined ? undefined : pages[match.name];
}

function hasArrived(loaded: Loaded, here: Place): boolean {
  return loaded.status === 'failed' || (loaded.status === 'ready' && loaded.place.visit === here.visit);
}

function Drawn({ loaded }: { readonly loaded: Loaded }) {
  if (loaded.status === 'loading') return <Waiting />;
  if (loaded.status === 'failed') return <LoadFailed again={loaded.again} />;
  const { place: shown, Page: Shown } = loaded;
  return <Shown params={(shown.match?.params ?? {}) as never} />;
}

function Waiting() {
  return (
    <Page title={shell.loading}>
      <Skeleton shape="row" count={6} />
    </Page>
  );
}

function NotFound({ pathname }: { readonly pathname: string }) {
  return (
    <Page title={shell.notFoundTitle} measure="text">
      <p>{shell.notFound(pathname)}</p>
      <p>
        <LinkButton href={link('today')} tone="primary">
          {shell.toToday}
        </LinkButton>
      </p>
    </Page>
  );
}

function LoadFailed({ again }: { readonly again: () => void }) {
  return (
    <ErrorState
      title={shell.loadFailedTitle}
      actions={
        <Button tone="primary" icon="refresh" onClick={again}>
          {shell.openAgain}
        </Button>
      }
    >
      {shell.loadFailed}
    </ErrorState>
  );
}

function BookFailed() {
  const now = book.value;
  return (
    <ErrorState
      title={shell.bookFailedTitle}
      actions={
        <Button tone="primary" icon="refresh" onClick={() => location.reload()}>
          {shell.reload}
        </Button>
      }
    >
      {sentenceOf(now.status === 'failed' ? now.error : undefined)}
    </ErrorState>
  );
}
