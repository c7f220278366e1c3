import { program } from './program.ts';

/** What the parts of a screen say by themselves. */
export const parts = {
  appName: program.name,
  close: 'Close',
  dismiss: 'Put away',
  cancel: 'Cancel',
  optional: 'optional',
  working: 'Working',
  loading: 'Loading',
  remove: (what: string) => `Remove ${what}`,
  noMatches: 'No suggestions',
  notANumber: (example: string) => `That is not a number. Write it like ${example}.`,
  status: { planned: 'Planned', open: 'Open', closed: 'Closed', given_up: 'Given up' },
  grade: (letter: string) => `Grade ${letter}`,
  unknownFigure: 'Not known',
  pending: 'In this browser, not yet on the server',
  conflict: 'The server decided otherwise: choose',
  offline: 'Offline',
  selectAll: 'Select all',
  selectRow: (name: string) => `Select ${name}`,
  columns: 'Columns',
  progress: (done: string, total: string) => `${done} of ${total}`,
  undo: 'Undo',
  move: (name: string) => `Move ${name}`,
  movedTo: (name: string, place: number, of: number) => `${name} is now ${place} of ${of}`,
};
