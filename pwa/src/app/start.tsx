import { render } from 'preact';
import { followLinks } from '../routes/index.ts';
import { watchForUpdates } from '../updates/index.ts';
import { App } from './app.tsx';
import { followAppearance } from './appearance.ts';
import { openLastBook, wakeStorage } from './book.ts';
import { followKeys } from './keyboard.ts';
import type { Pages } from './pages.ts';
import { followPreferences } from './preferences.ts';
import { watchForProblems } from './problem.ts';
import { offerShellActions } from './shellActions.ts';
import { session } from './session.ts';
import { refreshSession } from './signedIn.ts';
import { hasUnsaved } from './unsaved.ts';
import { updating } from './updating.ts';

/** Puts the app on the screen. The book opens beside the first frame; resolves when it is open. */
export async function start(root: Element, pages: Pages): Promise<void> {
  void wakeStorage();
  watchForProblems();
  followAppearance();
  followPreferences();
  followLinks();
  followKeys();
  offerShellActions(pages);
  const updates = watchForUpdates({ mayReload: () => !hasUnsaved() });
  updating.value = updates;
  render(<App pages={pages} updates={updates} />, root);
  const entry = await openLastBook();
  // Who is signed in matters to a book that belongs to a server; for one of this device alone nobody is asked.
  if (typeof entry?.workspace_id === 'string') askWho();
}

/** Without a network nobody can be asked; then it is done once there is one. */
function askWho(): void {
  void refreshSession();
  addEventListener('online', () => session.peek().status === 'unknown' && void refreshSession());
}
