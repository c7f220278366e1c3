import '@taffrail/ui/styles.css';
import { makeNoFunctions } from '../../app/index.ts';
import { Glance } from '../../glance/index.ts';
import { show } from '../../panel/index.ts';

makeNoFunctions();
const root = document.querySelector('#glance');
if (root !== null) show(<Glance />, root);
