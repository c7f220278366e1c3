import '@taffrail/ui/styles.css';
import { Panel, show } from '../../panel/index.ts';

const root = document.querySelector('#panel');
if (root !== null) show(<Panel />, root);
