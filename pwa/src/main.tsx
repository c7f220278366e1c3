import { render } from 'preact';

const place = document.querySelector('#app');
if (place) render(<main>Taffrail</main>, place);
