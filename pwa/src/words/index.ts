export { gallery } from './gallery.ts';
export { parts } from './parts.ts';
export { firstTemplates, journal } from './journal.ts';
export { pages, program } from './program.ts';
export { problems, shell } from './shell.ts';
