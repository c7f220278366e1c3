import { render } from 'preact';
import { watchForUpdates } from './updates/index.ts';

const place = document.querySelector('#app');
if (place) render(<main>Taffrail</main>, place);
watchForUpdates({ mayReload: () => true });
