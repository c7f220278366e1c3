import './noEval.ts';
import '@taffrail/ui/styles.css';
import { start } from './app/index.ts';
import { pages } from './pages.ts';

const root = document.querySelector('#app');
if (root !== null) start(root, pages);
