import { z } from 'zod';
import {
  type CommandRule,
  type Refusal,
  type World,
  idSchema,
  isRefusal,
  kernelRefusals,
  percentSchema,
  richTextSchema,
} from '../../kernel/index.ts';
import { readAnswers, readComments, sizeProblem } from '../answers.ts';
import { evaluate } from '../evaluation.ts';
import { intendedRisk } from '../intendedRisk.ts';
import type { PlaybookVersion } from '../playbookVersion.ts';
import { refusals } from '../refusals.ts';
import { type PlaybookResponse, responseFact } from '../response.ts';
import { type NeighbourStates, beginning, beginningRefs, ref, responseTerms } from './neighbours.ts';

export const submitResponsePayload = z
  .strictObject({
    ...responseTerms,
    version_id: idSchema.describe('The version that was answered'),
    values: z.record(z.string(), z.unknown()).describe('Answers by the keys of the fields'),
    comments: z.record(z.string(), richTextSchema).default({}),
    intended_risk_pct: percentSchema.nullable().default(null),
    trade_entered: z.boolean().nullable().default(null).describe('Of an instrument: whether a trade came of it'),
    account_id: idSchema.nullable().default(null).describe('Of an instrument: the account whose cap counts'),
  })
  .superRefine(({ subject, trade_entered, account_id }, context) => {
    if (subject.type === 'instrument') return;
    if (trade_entered !== null)
      context.addIssue({ code: 'custom', path: ['trade_entered'], message: 'a position is a trade; leave it out' });
    if (account_id !== null)
      context.addIssue({ code: 'custom', path: ['account_id'], message: 'a position has its account; leave it out' });
  });

export type SubmitResponse = z.infer<typeof submitResponsePayload>;

type State = PlaybookResponse | undefined;

/** Freezes what was answered, with what it comes to by the version and the account as they are now. Submitted again, it keeps what was before. */
export const submitResponse: CommandRule<State, SubmitResponse> = {
  type: 'SubmitResponse',
  aggregate: 'playbook_response',
  stance: 'puts',
  payload: submitResponsePayload,
  reads: (asked, world) => [
    ...beginningRefs(asked),
    ref('playbook_version', asked.payload.version_id),
    ...accountIds(asked.payload, world).map((id) => ref('account', id)),
  ],
  decide(asked, world) {
    const { aggregate_id, state, payload } = asked;
    const begun = beginning(asked, world);
    if (isRefusal(begun)) return begun;
    const version = versionFor(state, payload, world);
    if (isRefusal(version)) return version;
    const account_max_risk_pct = accountCap(payload, world);
    if (isRefusal(account_max_risk_pct)) return account_max_risk_pct;
    const values = readAnswers(version.content.fields, payload.values);
    if (isRefusal(values)) return values;
    const comments = readComments(version.content.fields, payload.comments);
    if (isRefusal(comments)) return comments;
    const { version_id, trade_entered } = payload;
    const intended_risk_pct = intendedRisk(version.content.fields, values, payload.intended_risk_pct);
    const evaluation = evaluate(version.content, values, { account_max_risk_pct, intended_risk_pct });
    const answers = { version_id, version: version.version, values, comments, intended_risk_pct, trade_entered };
    return sizeProblem(answers) ?? [...begun, responseFact(aggregate_id, 'ResponseSubmitted', { ...answers, evaluation })];
  },
};

/** An answer may move on to a newer version, never back to one that has been left behind. */
function versionFor(response: State, { version_id, playbook_id }: SubmitResponse, world: World): PlaybookVersion | Refusal {
  const version = world.read<PlaybookVersion>('playbook_version', version_id);
  if (version?.playbook_id !== playbook_id) return refusals.version_not_of_playbook({ version_id, playbook_id });
  const answered = response?.submission?.version ?? 0;
  return version.version < answered ? refusals.version_left_behind({ version: version.version, answered }) : version;
}

function accountIds({ subject, account_id }: SubmitResponse, world: Pick<World, 'read'>): readonly string[] {
  const position = subject.type === 'position' ? world.read<NeighbourStates['position']>('position', subject.id) : undefined;
  const id = position?.account_id ?? account_id;
  return id === null ? [] : [id];
}

function accountCap(payload: SubmitResponse, world: World): string | null | Refusal {
  const [id] = accountIds(payload, world);
  if (id === undefined) return null;
  const account = world.read<NeighbourStates['account']>('account', id);
  return account ? account.account_max_risk_pct : kernelRefusals.not_found({ noun: 'account', id });
}
