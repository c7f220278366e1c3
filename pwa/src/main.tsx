import '@taffrail/ui/styles.css';
import { start } from './app/index.ts';
import { makeNoFunctions } from './noEval.ts';
import { pages } from './pages.ts';

makeNoFunctions();
const root = document.querySelector('#app');
if (root !== null) start(root, pages);
