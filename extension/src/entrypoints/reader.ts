import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveTeaching, TEACH_PORT } from '../teach/index.ts';
import { serveTicket, TICKET_PORT } from '../ticket/index.ts';

/** Put into the page of a broker by the panel, when its trader has allowed that page. It does nothing but what the panel asks for. */
export default defineUnlistedScript(() => {
  const page = globalThis as { taffrailIsHere?: () => boolean };
  if (page.taffrailIsHere?.() === true) return;
  // One that was there before the extension was updated hears nothing any more.
  page.taffrailIsHere = () => browser.runtime?.id !== undefined;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === TICKET_PORT) serveTicket(port, document);
    if (port.name === TEACH_PORT) serveTeaching(port, document);
  });
});
