export { httpFileLine, type FileLine, type Size } from './fileLine.ts';
export { heldBack } from './heldBack.ts';
export { openFiles, type Files, type KeptFile } from './files.ts';
export { browserPictures, type Pictures } from './pictures.ts';
export { sendFiles } from './sendFiles.ts';
