import { instantSchema, kernelRefusals } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/index.ts';
import type { KeptSecret } from '../workspace/index.ts';

const tag = 'Credentials';
const LONGEST_VALUE = 4_096;

const params = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, 'a credential is named with 1 to 64 small letters, digits, dots, hyphens and underscores')
    .meta({ examples: ['broker.flex_token'] }),
});

const shown = z.strictObject({
  name: z.string(),
  set_at: instantSchema,
  problem: z.string().nullable().describe('Why it cannot be used, and what to do'),
});

const lostKey =
  'It was sealed with another key than the one in the data folder (secret.key). Put that file back, or set this credential again.';

const shownOf = ({ name, set_at, readable }: KeptSecret): z.infer<typeof shown> => ({ name, set_at, problem: readable ? null : lostKey });

const listSecrets = defineRoute({
  method: 'GET',
  path: '/api/secrets',
  summary: 'List the credentials that are set',
  description: 'Their names and when they were set. No answer ever holds what they are.',
  tag,
  who: 'owner',
  answers: [{ status: 200, description: 'In the order of their names', schema: z.object({ secrets: z.array(shown) }) }],
  door: ({ workspace }) => ({ status: 200, body: { secrets: workspace.secrets.list().map(shownOf) } }),
});

const setSecret = defineRoute({
  method: 'PUT',
  path: '/api/secrets/:name',
  summary: 'Set a credential',
  description: 'What a feed or a broker asks for. It is sealed before it is kept, and replaces what was there.',
  tag,
  who: 'fresh-owner',
  params,
  body: z.strictObject({
    value: z.string().min(1, 'must not be empty').max(LONGEST_VALUE, `must be at most ${LONGEST_VALUE} characters long`),
  }),
  answers: [{ status: 200, description: 'That it is set', schema: shown }],
  door: ({ workspace, params: { name }, body: { value } }) => ({ status: 200, body: shownOf(workspace.secrets.set(name, value)) }),
});

const removeSecret = defineRoute({
  method: 'DELETE',
  path: '/api/secrets/:name',
  summary: 'Remove a credential',
  tag,
  who: 'fresh-owner',
  params,
  answers: [{ status: 204, description: 'It is gone' }],
  door: ({ workspace, params: { name } }) =>
    workspace.secrets.remove(name) ? { status: 204 } : kernelRefusals.not_found({ noun: 'credential', id: name }),
});

export const secretRoutes: readonly Route[] = [listSecrets, setSecret, removeSecret];
