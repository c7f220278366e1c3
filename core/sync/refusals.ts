import { contexts } from '@taffrail/domain';
import { kernelRefusals, refusalsFrom } from '@taffrail/domain/kernel';

/** What sending commands and following the log can be refused for, whatever they are about. */
export const syncRefusals = refusalsFrom({
  command_id_reused: (d: { command_id: string }) =>
    `The id ${d.command_id} was used before for something else; a new command needs an id of its own.`,
  earlier_command_refused: (d: { command_id: string }) =>
    `Not decided, because command ${d.command_id} before it was refused and concerns the same thing.`,
  start_over: (d: { log_id: string; last_seq: number }) =>
    `That place belongs to another log or lies beyond the end of this one (log ${d.log_id} ends at ${d.last_seq}). ` +
    'Load a snapshot and follow from its cursor; keep every command that has not been answered.',
});

export type SyncRefusalCode = keyof typeof syncRefusals;

/** The closed set: whatever a command is refused with is one of these. */
export const refusalCodes: readonly string[] = [kernelRefusals, syncRefusals, ...contexts.map(({ refusals }) => refusals)].flatMap(
  Object.keys,
);
