import '@taffrail/ui/styles.css';
import { start } from './app/index.ts';
import { makeNoFunctions } from './noEval.ts';
import { pages } from './pages.ts';

makeNoFunctions();
const root = document.querySelector('#app');
if (root !== null) void startAll(root);

/** Notices come after the book. Where they cannot be loaded, the feed is still read by whoever opens it. */
async function startAll(place: Element): Promise<void> {
  await start(place, pages);
  await import('./notifications/index.ts').then(({ followNotices }) => followNotices()).catch(() => undefined);
}
