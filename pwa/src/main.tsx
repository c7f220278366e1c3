import '@taffrail/ui/styles.css';
import { start } from './app/index.ts';
import { makeNoFunctions } from './noEval.ts';
import { pages } from './pages.ts';

makeNoFunctions();
const root = document.querySelector('#app');
if (root !== null) void startAll(root);

/** What is found by typing and notices come after the book. Where they cannot be loaded, the list and the feed are still there to be opened. */
async function startAll(place: Element): Promise<void> {
  await start(place, pages);
  void import('./tradelog/index.ts').then(({ offerPositions }) => offerPositions()).catch(() => undefined);
  void import('./conduct/index.ts').then(({ followKeeping }) => followKeeping()).catch(() => undefined);
  await import('./notifications/index.ts').then(({ followNotices }) => followNotices()).catch(() => undefined);
}
