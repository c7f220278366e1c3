import { atMost } from './atMost.ts';
import { FILES_AT_ONCE } from './limits.ts';

/** One line for the whole process: the memory and the cores are shared by all books. */
export const inTurn = atMost(FILES_AT_ONCE);
