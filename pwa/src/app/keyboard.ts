import { isTyping } from '@taffrail/ui';
import { actions, type Action } from './actions.ts';

/** After this long, a first key of two was meant alone. */
const SEQUENCE_MS = 1200;

/** Does what keys ask for. Returns how to stop. */
export function followKeys(): () => void {
  let before = '';
  let beforeMs = -Infinity;

  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const key = nameOf(event);
    if (key === undefined || (isTyping(event) && !key.startsWith('Mod+'))) return;
    const sequence = event.timeStamp - beforeMs < SEQUENCE_MS ? `${before} ${key}` : key;
    const action = actionFor(sequence) ?? actionFor(key);
    before = action === undefined ? key : '';
    beforeMs = event.timeStamp;
    if (action === undefined) return;
    event.preventDefault();
    action.run();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

function actionFor(keys: string): Action | undefined {
  return actions.peek().find((action) => action.keys === keys);
}

/** Letters by what they write, so that a shortcut is where its letter is on any keyboard. */
function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey || ['Control', 'Meta', 'Shift', 'Alt'].includes(key)) return undefined;
  return ctrlKey || metaKey ? `Mod+${key.toLowerCase()}` : key;
}
