export { ExportPart } from './exportPart.tsx';
export { ImportPart } from './importPart.tsx';
export { SheetsPart } from './sheetsPart.tsx';
