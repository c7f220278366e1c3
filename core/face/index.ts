export { ChecklistForm } from './checklist/checklistForm.tsx';
export { OverrideDialog } from './verdict/overrideDialog.tsx';
export { VerdictNote } from './verdict/verdictNote.tsx';
