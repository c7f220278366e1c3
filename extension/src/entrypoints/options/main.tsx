import '@taffrail/ui/styles.css';
import { makeNoFunctions } from '../../app/index.ts';
import { Options } from '../../options/index.ts';
import { show } from '../../panel/index.ts';

makeNoFunctions();
const root = document.querySelector('#options');
if (root !== null) show(<Options />, root);
