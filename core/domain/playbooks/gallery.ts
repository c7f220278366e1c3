import type { ContentInput } from './content.ts';
import { breakout } from './gallery/breakout.ts';
import { dailyPreparation } from './gallery/dailyPreparation.ts';
import { earningsSpread } from './gallery/earningsSpread.ts';
import { meanReversion } from './gallery/meanReversion.ts';
import { pullback } from './gallery/pullback.ts';
import { swing } from './gallery/swing.ts';

/** Playbooks to begin with. Taken from here they become the trader's own, to be changed before they are published. */
export const gallery: readonly ContentInput[] = [breakout, pullback, meanReversion, earningsSpread, swing, dailyPreparation];
