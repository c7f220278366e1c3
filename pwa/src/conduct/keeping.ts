import { effect } from '@preact/signals';
import { keepHere } from '@taffrail/replica';
import { book } from '../app/index.ts';

/** A book with a server is kept there; one of this device alone is kept here, for as long as it is on the screen. Returns how to stop. */
export function followKeeping(): () => void {
  return effect(() => {
    const now = book.value;
    return now.status === 'open' && now.entry.workspace_id === null ? keepHere(now.replica) : undefined;
  });
}
