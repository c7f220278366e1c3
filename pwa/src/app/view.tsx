import { Button, ErrorState, LinkButton, Page, Skeleton } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import { go, link, type Place, place } from '../routes/index.ts';
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
  const name = here.match?.name;
  const entry = name === undefined ? undefined : pages[name];
  const loaded = useLoadedPage(pages, entry === undefined ? undefined : name);
  const needsBook = entry?.needsBook === true;
  const { status } = book.value;
  useArrival(here, entry === undefined || loaded.status !== 'loading');

  const isFirstUse = needsBook && status === 'none';
  useEffect(() => {
    if (isFirstUse) go(link('welcome'), { replace: true });
  }, [isFirstUse]);

  if (entry === undefined) return <NotFound pathname={here.pathname} />;
  if (needsBook && status === 'failed') return <BookFailed />;
  // The page before stays while the next one loads, and it may need a book that is not open any more.
  const onScreen = loaded.status === 'ready' ? pages[loaded.name] : entry;
  if ((needsBook || onScreen?.needsBook === true) && status !== 'open') return <Waiting />;
  return (
    <Boundary key={here.visit}>
      <Drawn loaded={loaded} here={here} />
    </Boundary>
  );
}

function Drawn({ loaded, here }: { readonly loaded: Loaded; readonly here: Place }) {
  if (loaded.status === 'loading') return <Waiting />;
  if (loaded.status === 'failed') return <LoadFailed again={loaded.again} />;
  const { name, Page: Shown } = loaded;
  const params = here.match?.params ?? {};
  // Another position is another page; another filter of the same list is not.
  return <Shown key={`${name} ${Object.values(params).join(' ')}`} params={params as never} />;
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
