import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { overridePhasePayload, phaseSchema } from '@taffrail/domain/phases';
import { z } from 'zod';
import { defineRoute, type Caller, type Route } from '../../http/index.ts';
import { newPasswordSchema, passwordSchema, type Proofs } from '../../identity/index.ts';
import { OVERRIDE_PASSWORD } from '../overridePassword.ts';
import { doorRefusals } from '../refusals.ts';
import { changePhase, phasesShape } from './phases.ts';

const tag = 'Phases';

/** What takes a password is asked as signing in is: a few times, then not for a while. */
export const phaseOverrideRoutes = (proofs: Proofs): readonly Route[] => [override(proofs), setPassword(proofs)];

const override = (proofs: Proofs): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/phases/override',
    summary: 'Change the phase by one step without evidence',
    description: 'Takes the override password, either way. A wrong one changes nothing, and the attempt is on the record.',
    tag,
    who: 'member',
    body: z.strictObject({ to_phase: phaseSchema, reason: overridePhasePayload.shape.reason, password: passwordSchema }),
    answers: [{ status: 200, description: 'Where the trader is now', schema: phasesShape.extend({ changed: z.boolean() }) }],
    async door(asked) {
      const { to_phase, reason, password } = asked.body;
      const verified = await isRight(proofs, asked, asked.workspaceId, password);
      if (typeof verified !== 'boolean') return verified;
      const payload = { to_phase, reason, operator_id: asked.actor, override_verified: verified };
      const answer = await changePhase(asked, { type: 'OverridePhase', payload });
      return verified || !('status' in answer) ? answer : doorRefusals.override_password_wrong();
    },
  });

const setPassword = ({ passwords }: Proofs): Route =>
  defineRoute({
    method: 'PUT',
    path: '/api/phases/override-password',
    summary: 'Set the password that overrides take',
    description:
      'Of the book, and another one than that of any person. Nobody can read it again, and it is in no backup that lacks the key.',
    tag,
    who: 'fresh-owner',
    body: z.strictObject({ password: newPasswordSchema }),
    answers: [{ status: 204, description: 'Set' }],
    async door({ workspace, body }) {
      const hash = await passwords.hash(body.password);
      if (isRefusal(hash)) return hash;
      workspace.secrets.keep(OVERRIDE_PASSWORD, hash);
      return { status: 204 };
    },
  });

async function isRight(
  { passwords, attempts }: Proofs,
  { workspace }: Caller,
  workspaceId: string,
  password: string,
): Promise<boolean | Refusal> {
  const kept = workspace.secrets.open(OVERRIDE_PASSWORD);
  if (kept === undefined) return doorRefusals.override_password_not_set();
  const attempt = attempts.begin([`phase override ${workspaceId}`]);
  if (isRefusal(attempt)) return attempt;
  const verified = await passwords.isRight(password, kept);
  if (verified !== false) attempt.forgive();
  return verified;
}
