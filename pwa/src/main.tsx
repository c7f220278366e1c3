import '@taffrail/ui/styles.css';
import { start } from './app/index.ts';
import { makeNoFunctions } from './noEval.ts';
import { pages } from './pages.ts';

makeNoFunctions();
const root = document.querySelector('#app');
if (root !== null) start(root, pages);
// After the first frame. Where it cannot be loaded, the feed is still read by whoever opens it.
void import('./notifications/index.ts').then(({ followNotices }) => followNotices()).catch(() => undefined);
