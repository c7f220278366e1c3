import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Playbook, playbookFact } from '../playbook.ts';
import { refusals } from '../refusals.ts';

const retirePlaybookPayload = z.strictObject({});

export type RetirePlaybook = z.infer<typeof retirePlaybookPayload>;

/** What was answered stays, and can be corrected; nothing new is begun. */
export const retirePlaybook: CommandRule<Playbook, RetirePlaybook> = {
  type: 'RetirePlaybook',
  aggregate: 'playbook',
  stance: 'edits',
  payload: retirePlaybookPayload,
  decide({ aggregate_id, state }) {
    if (!state.active) return refusals.playbook_retired({ playbook: state.name });
    return [playbookFact(aggregate_id, 'PlaybookRetired', {})];
  },
};
