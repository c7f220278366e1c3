import { refusalsFrom } from '@taffrail/domain/kernel';

const inMb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** What is said of a file that is not taken. In each case nothing of it was written. */
export const exchangeRefusals = refusalsFrom({
  not_an_export: () =>
    'This is not an export of Taffrail: there is no manifest in it. Choose a file whose name begins with taffrail and ends with .zip.',
  newer_export: (d: { version: number; known: number }) =>
    `A newer version of Taffrail made this export (format ${d.version}, known here up to ${d.known}). Update Taffrail, then import it.`,
  export_damaged: (d: { name: string; problem: string }) =>
    `${d.name} in this export ${d.problem}. The file is damaged; make the export again.`,
  export_foreign: (d: { name: string }) => `This export holds ${d.name}, which Taffrail does not put there. Nothing of it was taken.`,
  export_too_large: (d: { name: string; bytes: number; limit_bytes: number }) =>
    `${d.name} in this export has ${inMb(d.bytes)} MB; the most is ${inMb(d.limit_bytes)} MB. Nothing of it was taken.`,
  export_partial: (d: { facts: number }) =>
    `This export was made while ${d.facts} facts were on the server only, so no book can be made of it. Export again on a device that has the whole history.`,
  too_large_for_export: (d: { files: number; bytes: number }) =>
    `This book has ${d.files} files and ${inMb(d.bytes)} MB, more than one export can hold; export it on the server with npm run taffrail -- export.`,
  book_not_empty: (d: { name: string }) => `${d.name} holds something already; an import goes into an empty book.`,
});
