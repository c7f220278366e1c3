import { mayWrite } from '../../app/index.ts';
import type { ShownPosition } from './usePosition.ts';

/** What was merged into another position is over, and a book that one may only read is changed by others. */
export const canChange = ({ state }: ShownPosition): boolean => state.merged_into === null && mayWrite.value;
