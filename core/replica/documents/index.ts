export { openDocuments, type DocumentParts, type Documents, type HeldDocument } from './documents.ts';
export { startOver } from './startOver.ts';
