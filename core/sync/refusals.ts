import { refusalsFrom } from '@taffrail/domain/kernel';

/** What only following the log can be refused for; every other refusal comes from the kernel, the workspace or a context. */
export const syncRefusals = refusalsFrom({
  start_over: (d: { log_id: string; last_seq: number }) =>
    `That place belongs to another log or lies beyond the end of this one (log ${d.log_id} ends at ${d.last_seq}). ` +
    'Load a snapshot and follow from its cursor; keep every command that has not been answered.',
});

export type SyncRefusalCode = keyof typeof syncRefusals;
