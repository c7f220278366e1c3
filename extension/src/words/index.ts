export { pairing } from './pairing.ts';
export { parts } from './parts.ts';
export { program } from './program.ts';
export { standing } from './standing.ts';
export { ticket } from './ticket.ts';
