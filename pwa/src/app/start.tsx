import { render } from 'preact';
import { followLinks } from '../routes/index.ts';
import { watchForUpdates } from '../updates/index.ts';
import { App } from './app.tsx';
import { followAppearance } from './appearance.ts';
import { openLastBook } from './book.ts';
import { followKeys } from './keyboard.ts';
import type { Pages } from './pages.ts';
import { followPreferences } from './preferences.ts';
import { watchForProblems } from './problem.ts';
import { offerShellActions } from './shellActions.ts';
import { refreshSession } from './signedIn.ts';
import { hasUnsaved } from './unsaved.ts';
import { updating } from './updating.ts';

/** Puts the app on the screen. The book opens beside the first frame. */
export function start(root: Element, pages: Pages): void {
  watchForProblems();
  followAppearance();
  followPreferences();
  followLinks();
  followKeys();
  offerShellActions(pages);
  const updates = watchForUpdates({ mayReload: () => !hasUnsaved() });
  updating.value = updates;
  render(<App pages={pages} updates={updates} />, root);
  void openBookAndSession();
}

/** Who is signed in matters to a book that belongs to a server; for one of this device alone nobody is asked. */
async function openBookAndSession(): Promise<void> {
  const entry = await openLastBook();
  if (typeof entry?.workspace_id === 'string') await refreshSession();
}
