import { groundOf } from '@taffrail/domain/conduct';
import { decimalSchema, idSchema, kernelRefusals } from '@taffrail/domain/kernel';
import { phaseProgressId, phaseSchema, standingOf, whatIf } from '@taffrail/domain/phases';
import { z } from 'zod';
import { findProgress } from '../../phases/index.ts';
import { defineRoute, dispatch, type Caller, type DoorAnswer, type Route } from '../../http/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { findAccount } from '../account.ts';
import { bookForPhases } from '../book.ts';
import { evidenceIn } from '../evidence.ts';
import { OVERRIDE_PASSWORD } from '../overridePassword.ts';
import { doorRefusals } from '../refusals.ts';
import { standingShape, standingView } from '../shapes.ts';

const tag = 'Phases';

export const phasesShape = standingShape.extend({
  has_begun: z.boolean().describe('Until somebody has said where they stand, phases have no say in anything'),
  stay: z.int().min(0),
  transitions: z.int().min(0),
  blocked_attempts: z.int().min(0),
  override_password_set: z.boolean(),
});

const shown = { status: 200, description: 'Where the trader is', schema: phasesShape };

const getPhases = defineRoute({
  method: 'GET',
  path: '/api/phases',
  summary: 'See where the trader is',
  description:
    'The phase, each criterion of the next with its figure and what is missing, what leads back, and what may be traded in this session.',
  tag,
  who: 'viewer',
  answers: [shown],
  door: ({ workspace }) => phasesReply(workspace),
});

const beginPhases = defineRoute({
  method: 'POST',
  path: '/api/phases/begin',
  summary: 'Say where the trader stands',
  description: 'Once; from there on the next phase is earned.',
  tag,
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: z.strictObject({ phase: phaseSchema.default('experience') }),
  answers: [shown],
  async door(asked) {
    const payload = { phase: asked.body.phase, operator_id: asked.actor };
    const answer = await dispatch(asked, { type: 'BeginPhases', aggregate_id: phaseProgressId, payload });
    return answer.outcome === 'refused' ? answer : phasesReply(asked.workspace);
  },
});

const advance = defineRoute({
  method: 'POST',
  path: '/api/phases/advance',
  summary: 'Ask for the next phase',
  description: 'Granted where everything is met. Where something is missing the phase stays, and the attempt is on the record.',
  tag,
  who: 'member',
  body: z.strictObject({}).optional(),
  answers: [{ ...shown, schema: phasesShape.extend({ changed: z.boolean() }) }],
  door: (asked) => changePhase(asked, { type: 'AdvancePhase', payload: { operator_id: asked.actor } }),
});

const simulate = defineRoute({
  method: 'POST',
  path: '/api/phases/what-if',
  summary: 'See what would be if today ended like this',
  description: 'Trades that are imagined, in their order, after everything there is. Nothing is recorded.',
  tag,
  who: 'viewer',
  body: z.strictObject({
    endings: z
      .array(
        z.strictObject({
          account_id: idSchema,
          net: decimalSchema({ places: 8, whole: 15 }).meta({ examples: ['-25'] }),
          r_multiple: decimalSchema({ places: 4, whole: 6 }).nullable().default(null),
        }),
      )
      .max(100, 'at most 100 trades'),
  }),
  answers: [
    {
      status: 200,
      description: 'If the phase stayed: each figure, the step that would follow, and the size after it',
      schema: z.strictObject({
        standing: standingShape,
        next_session_starts_at: z.string(),
        next_position_size: z.string(),
      }),
    },
  ],
  door({ workspace, body: { endings } }) {
    const stranger = endings.find(({ account_id }) => !findAccount(workspace, account_id));
    if (stranger) return kernelRefusals.not_found({ noun: 'account', id: stranger.account_id });
    const now = workspace.now();
    const outcome = whatIf(groundOf(bookForPhases(workspace, now)), endings, now);
    return { status: 200, body: { ...outcome, standing: standingView(outcome.standing) } };
  },
});

export const phaseRoutes: readonly Route[] = [getPhases, beginPhases, advance, simulate];

function phasesReply(workspace: Workspace): DoorAnswer & { readonly body: z.infer<typeof phasesShape> } {
  const found = findProgress(workspace);
  const now = workspace.now();
  const { stay = 0, transitions = 0, blocked_attempts = 0 } = found?.state ?? {};
  const standing = standingView(standingOf(groundOf(bookForPhases(workspace, now)), now));
  const body = {
    ...standing,
    has_begun: stay > 0,
    stay,
    transitions,
    blocked_attempts,
    override_password_set: workspace.secrets.open(OVERRIDE_PASSWORD) !== undefined,
  };
  return { status: 200, body, ...(found && { version: found.version }) };
}

interface Change {
  readonly type: 'AdvancePhase' | 'OverridePhase';
  readonly payload: object;
}

/** On the figures of this moment; where others come between, it is not decided on any. */
export async function changePhase(caller: Caller, { type, payload }: Change): Promise<DoorAnswer> {
  const { workspace } = caller;
  const evidence = evidenceIn(workspace);
  const answer = await dispatch({ ...caller, headers: {} }, { type, aggregate_id: phaseProgressId, payload: { ...payload, evidence } });
  if (answer.outcome === 'refused') return answer.code === 'kept_by_the_server' ? doorRefusals.figures_outdated() : answer;
  const changed = answer.facts.some((fact) => fact.type === 'PhaseChanged');
  const reply = phasesReply(workspace);
  return { ...reply, body: { ...reply.body, changed } };
}
