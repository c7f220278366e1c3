/** Where the panel is set up. */
export const options = {
  title: 'Taffrail beside the broker',
  book: 'Book',
  here: 'Your book is in this browser only. Paired with a server of yours, it comes along with all that is in it.',
  paired: (origin: string) => `Your book is on ${origin}. This browser has a copy of it, which works without a network.`,
  none: 'There is no book in this browser yet.',
  remove: 'Take the book off this browser',
  removeTitle: 'Take the book off this browser?',
  removeHere: 'It is nowhere else. What is in it is gone for good.',
  removePaired: 'What is on the server stays there.',
  notSent: (count: number) =>
    count === 1
      ? '1 thing has not reached the server and would be lost.'
      : `${count} things have not reached the server and would be lost.`,
  removeAction: 'Take it off',

  icon: 'The icon opens',
  iconOpens: { panel: 'The panel', glance: 'A glance' },

  pages: 'Pages it may read',
  pagesMeaning:
    'Taffrail reads the ticket of a page while its panel is open, and only of pages you allowed. It never clicks, fills or blocks anything there.',
  allow: (name: string) => `Allow ${name}`,
  noLongerShort: 'No longer allow',
  noLonger: (pattern: string) => `No longer allow ${pattern}`,
  noPages: 'No page is allowed yet.',

  adapters: 'Pages you taught it',
  noAdapters: 'None yet. The panel is taught beside the page it is to read.',
  exportShort: 'Save as a file',
  export: (name: string) => `Save ${name} as a file`,
  forgetShort: 'Forget',
  forget: (name: string) => `Forget ${name}`,
  import: 'Bring an adapter',
  imported: (name: string) => `${name} can be read now. Check what it reads before you trust it.`,

  privacy: 'What leaves this browser',
  privacyText: [
    'What you save goes to the server you paired with, and to nobody else. Without one nothing leaves this browser.',
    'A ticket that is read is shown to you, and forgotten unless you arm the plan. Nothing of the page is kept besides what the plan says and the pictures you take.',
    'There are no statistics, no advertising, and nobody else’s server. Passwords and cards are never read.',
  ],
};
