import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Playbook, playbookFact } from '../playbook.ts';
import { refusals } from '../refusals.ts';

const reactivatePlaybookPayload = z.strictObject({});

export type ReactivatePlaybook = z.infer<typeof reactivatePlaybookPayload>;

export const reactivatePlaybook: CommandRule<Playbook, ReactivatePlaybook> = {
  type: 'ReactivatePlaybook',
  aggregate: 'playbook',
  stance: 'edits',
  payload: reactivatePlaybookPayload,
  decide({ aggregate_id, state }) {
    if (state.active) return refusals.playbook_not_retired({ playbook: state.name });
    return [playbookFact(aggregate_id, 'PlaybookReactivated', {})];
  },
};
