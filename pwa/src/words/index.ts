export { gallery } from './gallery.ts';
export { parts } from './parts.ts';
export { firstTemplates, journal } from './journal.ts';
export { notifications, sentenceOfNotice, type Printed, type Sentence } from './notifications.ts';
export { pages, program } from './program.ts';
export { problems, shell } from './shell.ts';
export { waiting } from './waiting.ts';
