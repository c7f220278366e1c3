export { openDocuments, type DocumentParts, type Documents, type HeldDocument } from './documents.ts';
export { httpDocumentLine } from './httpDocumentLine.ts';
