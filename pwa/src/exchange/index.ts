export { ExportPart } from './exportPart.tsx';
export { ImportPage } from './importPage.tsx';
export { ImportPart } from './importPart.tsx';
export { SheetsPart } from './sheetsPart.tsx';
