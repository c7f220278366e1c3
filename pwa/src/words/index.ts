export { pages, program } from './program.ts';
