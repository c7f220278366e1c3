import type { Leg } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { toast } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import { doOrSay } from '../standing.ts';
import { edit, editNow } from './does.ts';
import type { ShownPosition } from './usePosition.ts';

/** Only one without fills: what was traded is never dropped with its leg. */
export async function removeLeg(replica: Replica, shown: ShownPosition, leg: Leg): Promise<void> {
  if (!(await doOrSay(replica, edit(shown, 'AdjustPosition', { remove_legs: [leg.id] })))) return;
  const { id, instrument_type, symbol, expiry, strike, right, quantity, multiplier, listed_on } = leg;
  const same = { id, instrument_type, symbol, expiry, strike, right, quantity, multiplier, listed_on };
  toast({ text: words.legRemoved, onUndo: () => void editNow(replica, shown.state.id, 'AdjustPosition', { add_legs: [same] }) });
}
