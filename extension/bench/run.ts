import { setup } from '../browser/harness/globalSetup.ts';
import { busyPage } from './busyPage.ts';
import { ticketToVerdict } from './ticketToVerdict.ts';

/** Part of `npm run bench`, in a process of its own: the figures of the panel in Chromium, one object a line as they come in. */
await setup();
for (const measure of [ticketToVerdict, busyPage]) for (const figure of await measure()) console.log(JSON.stringify(figure));
