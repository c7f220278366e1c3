import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';

const unlinkResponsePayload = z.strictObject({});

export type UnlinkResponse = z.infer<typeof unlinkResponsePayload>;

export const unlinkResponse: CommandRule<PlaybookResponse, UnlinkResponse> = {
  type: 'UnlinkResponse',
  aggregate: 'playbook_response',
  stance: 'appends',
  payload: unlinkResponsePayload,
  decide({ aggregate_id, state }) {
    if (state.position_id === null) return refusals.response_not_linked();
    return [responseFact(aggregate_id, 'ResponseUnlinked', {})];
  },
};
