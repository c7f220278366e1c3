import { z } from 'zod';
import { type CommandRule, idSchema, isRefusal, kernelRefusals } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';
import { beginning, beginningRefs, ref, responseTerms } from './neighbours.ts';

export const linkResponsePayload = z.strictObject({ ...responseTerms, position_id: idSchema });

export type LinkResponse = z.infer<typeof linkResponsePayload>;

/** Says which trade came of an instrument's checklist. */
export const linkResponse: CommandRule<PlaybookResponse | undefined, LinkResponse> = {
  type: 'LinkResponse',
  aggregate: 'playbook_response',
  stance: 'puts',
  payload: linkResponsePayload,
  reads: (asked) => [...beginningRefs(asked), ref('position', asked.payload.position_id)],
  decide(asked, world) {
    const { aggregate_id, state, payload } = asked;
    const { subject, position_id } = payload;
    const begun = beginning(asked, world);
    if (isRefusal(begun)) return begun;
    if (subject.type === 'position') return refusals.response_of_position({ position_id: subject.id });
    if (world.read('position', position_id) === undefined) return kernelRefusals.not_found({ noun: 'position', id: position_id });
    if (state?.position_id === position_id) return refusals.response_linked({ position_id });
    return [...begun, responseFact(aggregate_id, 'ResponseLinked', { position_id })];
  },
};
