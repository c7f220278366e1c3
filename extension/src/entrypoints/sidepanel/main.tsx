import '@taffrail/ui/styles.css';
import { makeNoFunctions } from '../../app/index.ts';
import { Panel, show } from '../../panel/index.ts';

makeNoFunctions();
const root = document.querySelector('#panel');
if (root !== null) show(<Panel />, root);
