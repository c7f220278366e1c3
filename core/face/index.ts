export { AnsweredSoFar } from './checklist/answeredSoFar.tsx';
export type { Writing } from './checklist/answering.ts';
export { boundBy } from './checklist/bound.ts';
export { type Answers, ChecklistFields, goToOpenField } from './checklist/checklistFields.tsx';
export { ChecklistForm } from './checklist/checklistForm.tsx';
export type { FieldSlot } from './checklist/fieldRow.tsx';

export { clearsAt, stopsIn } from './verdict/clearing.ts';
export { OverrideDialog } from './verdict/overrideDialog.tsx';
export { ReasonList } from './verdict/reasonList.tsx';
export { isPaper, riskAmountText, riskText, sizeText, tradesLeftText } from './verdict/verdictFigures.ts';
export { VerdictNote } from './verdict/verdictNote.tsx';
export { whenText } from './verdict/when.ts';
