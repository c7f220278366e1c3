/** How the book stands with its server. */
export const standing = {
  here: 'In this browser only',
  connecting: 'Reaching the server',
  loading: (count: string) => `Loading, ${count} so far`,
  following: 'On the server',
  waiting: (count: number) => (count === 1 ? '1 not on the server yet' : `${count} not on the server yet`),
  offline: 'Offline',
  signedOut: 'Signed out',
  revoked: 'The server does not let this browser in any more.',
  messages: 'Messages',
  settings: 'Settings of the panel',
  failed: 'The book could not be opened.',
  notDone: 'That did not work. See under what is planned today whether it was saved.',
  noAnswer: 'The browser does not let the panel save right now. Try again.',
};
