import type { PartWords } from '@taffrail/ui';
import { program } from './program.ts';

/** What the parts of a screen say by themselves. */
export const parts: PartWords = {
  appName: program.name,
  close: 'Close',
  cancel: 'Cancel',
  optional: 'optional',
  working: 'Working',
  loading: 'Loading',
  remove: (what) => `Remove ${what}`,
  noMatches: 'No suggestions',
  notANumber: (example) => `That is not a number. Write it like ${example}.`,
  status: { planned: 'Planned', open: 'Open', closed: 'Closed' },
  unknownFigure: 'Not known',
  pending: 'On this device, not yet on the server',
  conflict: 'The server decided otherwise: choose',
  offline: 'Offline',
  selectAll: 'Select all',
  selectRow: (name) => `Select ${name}`,
  columns: 'Columns',
  progress: (done, total) => `${done} of ${total}`,
  undo: 'Undo',
};
