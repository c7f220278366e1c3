export { gallery } from './gallery.ts';
export { parts } from './parts.ts';
export { pages, program } from './program.ts';
export { problems, shell } from './shell.ts';
