export { answer } from './answer.ts';
export { pairing } from './pairing.ts';
export { planned } from './planned.ts';
export { badge, program } from './program.ts';
export { standing } from './standing.ts';
export { ticket } from './ticket.ts';
export { glance } from './glance.ts';
export { options } from './options.ts';
export { teach } from './teach.ts';
