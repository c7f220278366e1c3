export { ExportPart } from './exportPart.tsx';
export { ImportPart } from './importPart.tsx';
export { saveSheet } from './sheets.ts';
export { SheetsPart } from './sheetsPart.tsx';
