import { program } from './program.ts';

/** What is said around every page. */
export const shell = {
  skip: 'Skip to the page',
  places: 'Places',
  loading: 'Loading',
  today: 'Today',
  positions: 'Positions',
  newPosition: 'New position',
  newShort: 'New',
  day: 'Day page',
  dayShort: 'Day',
  notifications: 'Notifications',
  settings: 'Settings',
  more: 'More',
  waiting: 'Waiting',
  messages: 'Messages',
  waitingThere: (place: string, count: number) => `${place}, ${count} unread`,

  search: 'Search and do',
  searchHint: 'Search or type a command',
  noActions: (typed: string) => `Nothing is called “${typed}”.`,
  keyboardSheet: 'Keys',
  keysAnywhere: 'Anywhere',
  keysInLists: 'In lists',
  nextRow: 'Next row',
  previousRow: 'Row before',
  markRow: 'Mark the row',
  openRow: 'Open the row',
  goTo: (place: string) => `Go to ${place}`,

  appearance: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  themeActions: { system: 'Appearance: as the system', light: 'Appearance: light', dark: 'Appearance: dark' },

  line: {
    none: 'On this device only',
    offline: 'Offline',
    connecting: 'Connecting',
    loading: (facts: string) => `Loading the book: ${facts}`,
    following: 'On the server',
    signed_out: 'Signed out',
    revoked: 'No longer let in',
  },
  unsent: (count: number, figure: string) => (count === 1 ? '1 change not on the server yet' : `${figure} changes not on the server yet`),
  conflicts: (count: number, figure: string) => (count === 1 ? '1 decision for you' : `${figure} decisions for you`),

  updateReady: 'A newer version is ready.',
  updateApply: 'Show it',
  updateUnsavedTitle: 'Something half written is open',
  updateUnsaved: 'Showing the newer version reloads the page, and what you have not saved in it is gone.',
  updateAnyway: 'Reload anyway',
  updateLater: 'Stay here',

  notFoundTitle: 'There is no such page',
  notFound: (path: string) => `${program.name} has nothing at ${path}. The address may have a typing mistake, or what it led to is gone.`,
  toToday: 'Go to Today',
  failedTitle: 'This page did not work',
  failed: 'What you saved is safe. Open the page again; if it fails again, load the program anew.',
  openAgain: 'Open it again',
  loadFailedTitle: 'This page could not be loaded',
  loadFailed: 'It is not on this device yet, and the server cannot be reached. Try again when you are connected.',
  bookFailedTitle: 'The book on this device did not open',
  reload: 'Reload',
};

/** What is said when something goes wrong, wherever that is. */
export const problems = {
  storageFull: 'This device has no room left, so the last change was not saved. Free some space, then do it again.',
  storageClosed: 'The book was closed in this tab. Reload the page to open it again; what was saved is safe.',
  unexpected: 'Something went wrong here. What was saved before is safe; do it again, or reload the page.',
  offline: 'The server cannot be reached. This needs it; try again when you are connected.',
  unexpectedAnswer: (status: number) => `The server answered ${status}, which was not expected. Try again in a while.`,
};
