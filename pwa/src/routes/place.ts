import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { type Match, matchPath } from './paths.ts';
import { keepScroll } from './scroll.ts';

/** Where the trader is. */
export interface Place {
  readonly match: Match | undefined;
  readonly pathname: string;
  /** Tells one visit from another, so that going back leads to where one had scrolled. */
  readonly visit: string;
  /** How one came here: a new page begins at its top, a page one returns to where one left it. */
  readonly by: 'start' | 'going' | 'returning';
}

/** Until links are followed. */
const nowhere: Place = { match: undefined, pathname: '', visit: '', by: 'start' };

const here = signal<Place>(nowhere);
const asked = signal('');

export const place: ReadonlySignal<Place> = here;

/** What the address says besides the path. It stands apart, so that a key in the filter of a list draws nothing around the list anew. */
export const search: ReadonlySignal<string> = asked;

export interface GoOptions {
  /** Instead of the place one is at: it is not returned to. */
  readonly replace?: boolean;
}

export function go(href: string, { replace = false }: GoOptions = {}): void {
  writeAddress();
  keepScroll(here.peek().visit);
  const visit = { visit: crypto.randomUUID() };
  if (replace) history.replaceState(visit, '', href);
  else history.pushState(visit, '', href);
  arrive('going');
}

/** Changes what the address says besides the path, such as a filter: the page stays, and so does its place in the history. */
export function changeSearch(params: URLSearchParams): void {
  const text = params.toString();
  asked.value = text === '' ? '' : `?${text}`;
  // A browser takes longer to write its address than a list takes to be filtered, so it is written once nothing more is typed.
  clearTimeout(writing);
  writing = setTimeout(writeAddress, PAUSE_MS);
  isWritten = false;
}

const PAUSE_MS = 200;

let writing: ReturnType<typeof setTimeout> | undefined;
let isWritten = true;

function writeAddress(): void {
  if (isWritten) return;
  isWritten = true;
  history.replaceState(history.state, '', asked.peek() || location.pathname);
}

/** The visit that is being left: a browser takes its time to go back, and is asked by every Escape until then. */
let leaving: string | undefined;

/** Goes back where one came from inside the app, else to a place that makes sense. One step, however often it is asked for. */
export function goBack(otherwise: string): void {
  const { by, visit } = here.peek();
  if (by === 'start') return go(otherwise, { replace: true });
  if (leaving === visit) return;
  leaving = visit;
  writeAddress();
  history.back();
}

/** Follows links and the browser's own buttons. Returns how to stop. */
export function followLinks(): () => void {
  const stopping = new AbortController();
  const { signal: ended } = stopping;
  history.scrollRestoration = 'manual';
  if (visitOf(history.state) === undefined) history.replaceState({ visit: crypto.randomUUID() }, '');
  arrive('start');
  addEventListener(
    'popstate',
    () => {
      // The address is another's by now.
      isWritten = true;
      keepScroll(here.peek().visit);
      arrive('returning');
    },
    { signal: ended },
  );
  addEventListener(
    'pagehide',
    () => {
      writeAddress();
      keepScroll(here.peek().visit);
    },
    { signal: ended },
  );
  document.addEventListener('click', followClick, { signal: ended });
  return () => stopping.abort();
}

/** Every plain link to a place of the app is followed here; whoever asks for a new tab gets one from the browser. */
function followClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  if (anchor === null || anchor.target !== '' || anchor.hasAttribute('download') || anchor.origin !== location.origin) return;
  const isHere = anchor.pathname === location.pathname && anchor.search === location.search;
  if (anchor.hash !== '' && isHere) return;
  if (matchPath(anchor.pathname) === undefined) return;
  event.preventDefault();
  go(anchor.href, { replace: isHere });
}

function arrive(by: Place['by']): void {
  leaving = undefined;
  const { pathname } = location;
  batch(() => {
    here.value = { match: matchPath(pathname), pathname, visit: visitOf(history.state) ?? '', by };
    asked.value = location.search;
  });
}

function visitOf(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'visit' in state && typeof state.visit === 'string' ? state.visit : undefined;
}
