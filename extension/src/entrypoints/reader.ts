import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveTicket, TICKET_PORT } from '../ticket/index.ts';

/** Put into the page of a broker by the panel, when its trader has allowed that page. It reads while the panel listens. */
export default defineUnlistedScript(() => {
  const page = globalThis as { taffrailReads?: boolean };
  if (page.taffrailReads === true) return;
  page.taffrailReads = true;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === TICKET_PORT) serveTicket(port, document);
  });
});
