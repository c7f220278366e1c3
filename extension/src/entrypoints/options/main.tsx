import '@taffrail/ui/styles.css';
import { Options } from '../../options/index.ts';
import { show } from '../../panel/index.ts';

const root = document.querySelector('#options');
if (root !== null) show(<Options />, root);
