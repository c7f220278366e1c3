import { isRefusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { letIn, personLetIn } from '../letIn.ts';
import { sessionsOf } from '../sessions.ts';
import { newPasswordSchema, secretSchema } from '../shapes.ts';
import type { Tools } from '../tools.ts';
import { endSessions, signedInAs, tag, whoSchema } from './common.ts';

export const letInRoutes = (tools: Tools): readonly Route[] => [
  defineRoute({
    method: 'POST',
    path: '/api/identity/let-in',
    summary: 'Be let in by the machine itself',
    description:
      'For whoever lost their password or their codes. `npm run taffrail -- let-in <name>`, on the machine, prints a link that is good for 15 minutes and once. ' +
      'Every session ends, and codes are asked for again once an authenticator is added.',
    tag,
    who: 'anyone',
    body: z.strictObject({ secret: secretSchema, password: newPasswordSchema }),
    answers: [{ status: 200, description: 'The password is changed; signed in', schema: whoSchema }],
    async door({ body: { secret, password }, ...visitor }) {
      const { registry, passwords } = tools;
      const person = personLetIn(registry, secret);
      if (isRefusal(person)) return person;
      const passwordHash = await passwords.hash(password);
      if (isRefusal(passwordHash)) return passwordHash;
      const user = letIn(registry, secret, passwordHash, visitor.address);
      if (isRefusal(user)) return user;
      const sessions = sessionsOf(registry, user.id).map(({ id }) => id);
      endSessions(tools, user.id, sessions, visitor.address);
      return signedInAs(tools, user, visitor, 200);
    },
  }),
];
