export type { Archive, ArchiveEntry } from './archive.ts';
export { openExport, type BookExport, type ExportFile } from './exportBook.ts';
export { importBook, type ImportParts } from './importBook.ts';
export type { Manifest } from './manifest.ts';
export { readExport, type ReadableExport } from './readExport.ts';
export { exchangeRefusals } from './refusals.ts';
