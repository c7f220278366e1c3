/** Day pages, notes, and what is attached to them. */
export const journal = {
  previousDay: 'Day before',
  nextDay: 'Day after',
  toToday: 'Today',
  chooseDay: 'Go to a day',
  notADay: (given: string) => `${given} is not a day. A day is written like 2026-11-20.`,
  page: 'Page',
  notes: 'Notes',
  writeDay: 'What matters today? Write, or begin from a template.',
  writeNotes: 'What is worth remembering about this one?',
  pageFailed: 'This page could not be opened',
  pageFailedMeaning: 'What was written is still on this device. Open it again; if it fails again, reload the program.',
  openAgain: 'Open it again',
  newerPage: 'A newer version wrote this page',
  newerPageMeaning: 'This version would lose what it does not know. Reload to get the newer one; the page waits as it is.',
  reload: 'Reload',

  toolbar: 'Format',
  bold: 'Bold',
  italic: 'Italic',
  strike: 'Struck through',
  code: 'Code',
  link: 'Link',
  heading: 'Heading',
  subheading: 'Subheading',
  quote: 'Quote',
  bullets: 'List',
  numbers: 'Numbered list',
  checks: 'Checklist',
  indent: 'Further in',
  outdent: 'Further out',
  picture: 'Picture',
  undo: 'Undo',
  redo: 'Redo',
  tick: 'Done',
  linkTitle: 'Link',
  linkAddress: 'Address',
  linkHint: 'An address on the web or a mail address',
  linkWrong: 'A link begins with https:// or is a mail address.',
  linkSet: 'Link it',
  linkRemove: 'Remove the link',
  pictureGone: 'This picture is not on this device, and cannot be fetched now.',

  template: 'Templates',
  saveAsTemplate: 'Keep as a template',
  templateKept: (name: string) => `Kept as the template ${name}.`,
  templateNeedsName: 'The first line of the page is the name of the template. Write one first.',

  facts: 'What happened',
  noFacts: 'Nothing was recorded on this day.',
  noFactsOtherwise: 'Fills, openings and closings of the day stand here as they are recorded.',
  result: 'Closed',
  closedPositions: (count: number) => (count === 1 ? '1 position' : `${count} positions`),
  planned: (symbol: string) => `Planned ${symbol}`,
  bought: 'Bought',
  sold: 'Sold',
  closed: (symbol: string) => `Closed ${symbol}`,
  reopened: (symbol: string) => `Reopened ${symbol}`,
  givenUp: (symbol: string) => `Plan given up: ${symbol}`,
  at: 'at',
  corrected: (what: string) => `Corrected ${what}`,

  noChecks: 'No checklist yet. Begin one on the page of the day.',

  shared: 'Shared with Taffrail',
  nothingShared: 'Nothing was shared',
  howToShare: 'Share a screenshot from another app and choose Taffrail; it comes here first.',
  putBeside: 'Put it beside',
  putThere: 'Put it there',
  discard: 'Discard',
  todaysPage: 'Today’s page',

  attachments: 'Pictures and files',
  noAttachments: 'Paste or drop a picture here, or take one.',
  addFile: 'Add a file',
  takePicture: 'Take a picture',
  dropHere: 'Drop it here',
  removed: (name: string) => `${name} was removed.`,
  remove: 'Remove',
  open: (name: string) => `Open ${name}`,
  previous: 'Previous',
  next: 'Next',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  download: 'Save a copy',
  notHere: 'Not on this device yet',
  place: (at: number, of: number) => `${at} of ${of}`,
};

interface Part {
  readonly heading: string;
  /** Boxes under it; without any, room to write. */
  readonly checks?: readonly string[];
}

/** What a person can begin a page with. Nothing of it is there before somebody asks for it. */
export const firstTemplates: readonly { readonly name: string; readonly parts: readonly Part[] }[] = [
  {
    name: 'Plan the day',
    parts: [
      { heading: 'Before the open', checks: ['Slept and fed', 'News and calendar read', 'Levels drawn', 'Risk for today decided'] },
      { heading: 'What I expect' },
      { heading: 'What I will trade, and what I will not' },
    ],
  },
  {
    name: 'Review the day',
    parts: [
      { heading: 'What I did well' },
      { heading: 'What I would do otherwise' },
      {
        heading: 'After the close',
        checks: ['Every fill is recorded', 'Every trade has a note', 'One thing for tomorrow is written down'],
      },
    ],
  },
];
