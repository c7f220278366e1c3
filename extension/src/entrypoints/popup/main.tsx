import '@taffrail/ui/styles.css';
import { Glance } from '../../glance/index.ts';
import { show } from '../../panel/index.ts';

const root = document.querySelector('#glance');
if (root !== null) show(<Glance />, root);
