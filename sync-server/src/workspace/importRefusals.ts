import { refusalsFrom } from '@taffrail/domain/kernel';

/** Why facts of another book are not taken. */
export const importRefusals = refusalsFrom({
  book_not_empty: (d: { facts: number }) => `This book holds ${d.facts} facts already; an import goes into an empty one.`,
  fact_unreadable: (d: { line: number; problem: string }) =>
    `Line ${d.line} of the facts is not a fact: ${d.problem}. Nothing was imported.`,
  fact_altered: (d: { line: number }) =>
    `Line ${d.line} of the facts is not what was exported, or lines are missing before it. Nothing was imported.`,
  receipt_unreadable: (d: { line: number; problem: string }) =>
    `Line ${d.line} of the receipts is not a receipt: ${d.problem}. Nothing was imported.`,
});
