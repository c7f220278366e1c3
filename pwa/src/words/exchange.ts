/** Taking a book along, and bringing one. */
export const exchange = {
  exportTitle: 'Export',
  exportMeaning:
    'One file with the whole book: what you did, wrote and attached, and what has not reached a server yet. Made on this device, also without a network.',
  makeExport: 'Make an export',
  making: 'Making the export',
  ready: (name: string) => `The export is ready: ${name}`,
  save: (size: string) => `Save the file (${size})`,
  size: (figure: string) => `${figure} MB`,
  missingTitle: 'Not all of it is on this device',
  missingFacts: (count: number, figure: string) =>
    count === 1
      ? '1 entry of the history has not arrived from the server yet. No book can be made of this file; wait until the history is here, then export again.'
      : `${figure} entries of the history have not arrived from the server yet. No book can be made of this file; wait until the history is here, then export again.`,
  missingFiles: (count: number, figure: string) =>
    count === 1
      ? '1 picture or file is only on the server and could not be fetched. Everything else is in the export.'
      : `${figure} pictures and files are only on the server and could not be fetched. Everything else is in the export.`,

  bringTitle: 'Bring your book',
  bringOther: 'Begin in another way',
  importTitle: 'Import',
  importMeaning: 'A file that was exported from Taffrail becomes a book here. You see what is in it first.',
  choose: 'Choose a file',
  looking: 'Looking into the file',
  contents: (name: string) => `In ${name}`,
  doImport: 'Import it',
  importing: 'Importing',
  imported: (book: string) => `${book} is here.`,
  notBrought: (sentence: string) => `The book is here, on this device alone. ${sentence}`,

  book: 'Book',
  exportedAt: 'Exported',
  accounts: 'Accounts',
  positions: 'Positions',
  days: 'Trading days',
  fromTo: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  facts: 'Entries of the history',
  waiting: 'Not on a server yet',
  conflicts: 'To be decided',
  documents: 'Pages and notes',
  attachments: 'Pictures and files',
  none: 'none',

  sheetsTitle: 'For a spreadsheet',
  sheetsMeaning: 'As CSV, which every spreadsheet opens. It cannot be imported again.',
  sheets: { positions: 'Positions', fills: 'Fills' },
};
