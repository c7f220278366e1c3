import { signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { followKept, type Called } from '../../app/index.ts';
import { adapterFor, known, type Adapter } from '../../brokers/index.ts';
import { TICKET_PORT, type FromTicket, type Sighting, type ToTicket } from '../../ticket/index.ts';
import { tabBeside, type TabBeside } from './tabBeside.ts';

/** How far the page beside the panel can be read. Whatever it says, a plan can be typed. */
export type Reading =
  | { readonly state: 'looking' }
  /** The trader has not allowed this page, so nothing is known of it. */
  | { readonly state: 'not_allowed' }
  /** Nobody has taught the panel to read it. */
  | { readonly state: 'unknown_page'; readonly url: string }
  /** The extension was updated while the page was open. */
  | { readonly state: 'reload' }
  | { readonly state: 'reading'; readonly adapter: Adapter; readonly sighting: Sighting | undefined };

const state = signal<Reading>({ state: 'looking' });

export const reading: ReadonlySignal<Reading> = state;

type Port = ReturnType<typeof browser.tabs.connect>;

let line: { readonly port: Port; readonly tabId: number; readonly adapter: Adapter } | undefined;
let own: readonly Adapter[] = [];

/** Reads the ticket beside the panel for as long as the panel is open, and follows the trader from page to page. */
export function followTicket(): void {
  followKept('adapters', (adapters = []) => {
    own = adapters;
    lookAgain();
  });
  browser.tabs.onActivated.addListener(lookAgain);
  browser.tabs.onUpdated.addListener((_, { status, url }) => {
    if (status === 'complete' || url !== undefined) lookAgain();
  });
  browser.windows.onFocusChanged.addListener(lookAgain);
  browser.runtime.onMessage.addListener((called: Called) => void (called.kind === 'look_again' && lookAgain()));
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);
}

let looking = Promise.resolve();

/** One look after another: what is found last is what holds. */
export function lookAgain(): void {
  looking = looking.then(look, look);
}

async function look(): Promise<void> {
  const tab = await tabBeside();
  const adapter = tab?.url === undefined ? undefined : adapterFor(tab.url, own, known);
  if (line !== undefined && line.tabId === tab?.id && line.adapter === adapter) return;
  stop();
  if (tab?.url === undefined) state.value = { state: 'not_allowed' };
  else if (adapter === undefined) state.value = { state: 'unknown_page', url: tab.url };
  else await begin(tab, adapter);
}

function stop(): void {
  const before = line;
  line = undefined;
  before?.port.disconnect();
}

async function begin({ id }: TabBeside, adapter: Adapter): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: id }, files: ['/reader.js'] });
  } catch {
    state.value = { state: 'not_allowed' };
    return;
  }
  state.value = { state: 'reading', adapter, sighting: undefined };
  const port = browser.tabs.connect(id, { name: TICKET_PORT, frameId: 0 });
  line = { port, tabId: id, adapter };
  let hasSpoken = false;
  port.onMessage.addListener((message) => {
    if (line?.port !== port) return;
    hasSpoken = true;
    state.value = { state: 'reading', adapter, sighting: (message as FromTicket).sighting };
  });
  port.onDisconnect.addListener(() => {
    // Chrome complains in its log of an error nobody looked at.
    void browser.runtime.lastError;
    if (line?.port !== port) return;
    line = undefined;
    // A page that goes takes its line along, and the next one is looked at; one that never spoke cannot be spoken to.
    if (hasSpoken) lookAgain();
    else state.value = { state: 'reload' };
  });
  port.postMessage({ kind: 'watch', adapter } satisfies ToTicket);
}
