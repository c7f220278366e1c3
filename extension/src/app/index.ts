export { booksAt } from './books.ts';
export type { Draft, Typed } from './draft.ts';
export { followKept, forget, keep, readKept, type Kept, type KeptBook, type Pairing } from './kept.ts';
export { PANEL_LINE, type Asked, type Said, type Told } from './messages.ts';
export { makeNoFunctions } from './noEval.ts';
export { openBook, type OpenBook } from './openBook.ts';
export { openPanel } from './side.ts';
export { keepWorkerAwake } from './wake.ts';
