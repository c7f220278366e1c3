import '@taffrail/ui/styles.css';
import { makeNoFunctions } from '../../app/index.ts';
import { startPanel } from '../../panel/index.ts';

makeNoFunctions();
const root = document.querySelector('#panel');
if (root !== null) startPanel(root);
