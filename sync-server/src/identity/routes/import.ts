import { isRefusal } from '@taffrail/domain/kernel';
import { importDoneSchema, importFinishSchema, importHeldSchema, importIdSchema, importPageSchema } from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { audit } from '../audit.ts';
import type { Tools } from '../tools.ts';
import { tag } from './common.ts';

const who = 'fresh-owner';
const params = z.object({ id: importIdSchema });
const held = [{ status: 200, description: 'How far the import is', schema: importHeldSchema }];

export const importRoutes = ({ registry }: Tools): readonly Route[] => [getImport, addToImport, finishImport(registry)];

const getImport = defineRoute({
  method: 'GET',
  path: '/api/identity/import/:id',
  summary: 'Ask how far an import is',
  tag,
  who,
  params,
  answers: held,
  door: ({ params: { id }, workspace }) => ({ status: 200, body: { held: workspace.intake.held(id) } }),
});

const addToImport = defineRoute({
  method: 'POST',
  path: '/api/identity/import/:id/facts',
  summary: 'Bring facts to an empty workspace',
  description:
    'A page at a time, in order. They are kept aside until the import is finished; a page that is not the next one changes nothing, ' +
    'and the facts of another file take the place of what was kept.',
  tag,
  who,
  params,
  body: importPageSchema,
  answers: held,
  async door({ params: { id }, workspace, body: { after, facts } }) {
    const kept = await workspace.intake.keep({ importId: id, after, facts });
    return isRefusal(kept) ? kept : { status: 200, body: { held: kept } };
  },
});

const finishImport = (registry: Tools['registry']): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/identity/import/:id/finish',
    summary: 'Make the facts that were brought the book',
    description:
      'All of them or none: they are judged whole first. Their own moments, versions and commands stay; the chain is made anew, and the ' +
      'record says who brought them. Documents and files follow over their own doors.',
    tag,
    who,
    params,
    body: importFinishSchema,
    answers: [{ status: 200, description: 'The workspace has them', schema: importDoneSchema }],
    async door({ params: { id }, workspace, workspaceId, actor, principal: { userId }, body: { facts }, address }) {
      const taken = await workspace.intake.take(id, facts, actor);
      if (isRefusal(taken)) return taken;
      audit(registry, { type: 'workspace_imported', user_id: userId, workspace_id: workspaceId, address, details: { facts, import: id } });
      return { status: 200, body: { log_id: workspace.logId, last_seq: taken.seq } };
    },
  });
