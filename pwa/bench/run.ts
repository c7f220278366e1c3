import { coldStart } from './coldStart.ts';
import { firstLoad } from './firstLoad.ts';
import { sliderToPicture } from './sliderToPicture.ts';
import { tapToScreen } from './tapToScreen.ts';

/** Part of `npm run bench`, in a process of its own: the figures of the app in Chromium, one object a line as they come in. */
for (const measure of [firstLoad, coldStart, tapToScreen, sliderToPicture])
  for (const figure of await measure()) console.log(JSON.stringify(figure));
