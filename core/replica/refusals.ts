import { refusalsFrom } from '@taffrail/domain/kernel';

/** What the device itself says no to. */
export const replicaRefusals = refusalsFrom({
  picture_unreadable: () => 'This picture cannot be read; it is damaged, or of a kind this browser does not know. Save it as PNG or JPEG.',
  reads_only: () => 'You may read this book and not write in it, so nothing was written. An owner of the workspace can change that.',
  storage_full: () => 'There is no room left on this device, so nothing was written. Free some space, then do it again.',
  book_let_go: () =>
    'A newer version of Taffrail, or another tab, has taken this book over, so nothing was written. Reload this page, then do it again.',
  no_such_conflict: (d: { conflict_id: string }) => `There is no conflict ${d.conflict_id} any more; it was resolved before.`,
  not_decided_here: (d: { problem: string }) => `This cannot be worked out here any more (${d.problem}); the server decides.`,
  no_such_book: (d: { book_id: string }) => `There is no book ${d.book_id} on this device.`,
  book_is_attached: (d: { name: string }) => `${d.name} belongs to a server already; a book has one.`,
  book_is_made_up: (d: { name: string }) =>
    `${d.name} holds made-up trades, which belong in no workspace; remove it when you have seen enough.`,
  book_of_another_log: (d: { name: string }) =>
    `${d.name} was restored from an export, so it can only be brought to an empty workspace, and this one holds something already. Make another.`,
  not_brought: (d: { problem: string }) => `The book could not be brought to the server: ${d.problem}`,
});
