import { asJson, instantSchema, isRefusal } from '@taffrail/domain/kernel';
import { templateTermsSchema, type StrategyTemplate } from '@taffrail/domain/riskgraph';
import { z } from 'zod';
import { defineRoute, idsOf, type Route } from '../../http/index.ts';
import type { Shared, ShareCodes } from '../../identity/index.ts';
import { doorRefusals } from '../refusals.ts';
import { templateShape } from '../shapes.ts';
import { findTemplate, noSuchTemplate } from '../states.ts';
import { changeTemplate } from '../template.ts';
import { creation, params } from './common.ts';

const tag = 'Strategy templates';
const codeParams = z.object({ code: z.string().regex(/^[0-9a-zA-Z]{1,20}$/, 'a share code is letters and digits') });
const shareShape = z.strictObject({
  share_code: z.string().describe('Whoever has an account here and is given it may take the template'),
  shared_at: instantSchema,
  use_count: z.int().min(0).describe('How often others have taken it'),
});
const sharedShape = z.strictObject({ template: templateTermsSchema, shared_at: instantSchema });

const shareView = ({ code, shared_at, uses }: Shared) => ({ share_code: code, shared_at, use_count: uses });

/** Passing a template on. What is passed on is a copy: nobody looks into a book by a code. */
export const sharingRoutes = (codes: ShareCodes): readonly Route[] => [
  getShared(codes),
  takeShared(codes),
  share(codes),
  showShare(codes),
  revoke(codes),
];

const share = (codes: ShareCodes): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/risk-graph/templates/:id/share',
    summary: 'Share a template by a code',
    description: 'As it is now. Shared again later, the same code passes it on as it is then.',
    tag,
    who: 'member',
    params,
    answers: [{ status: 200, description: 'The code', schema: shareShape }],
    door(asked) {
      const found = findTemplate(asked.workspace, asked.params.id);
      if (!found) return noSuchTemplate(asked.params.id);
      return { status: 200, body: shareView(codes.share(asked, asked.params.id, asJson(termsOf(found.state)))) };
    },
  });

const showShare = (codes: ShareCodes): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/risk-graph/templates/:id/share',
    summary: 'Look how a template is shared',
    tag,
    who: 'viewer',
    params,
    answers: [{ status: 200, description: 'The code, or null where it is not shared', schema: z.object({ share: shareShape.nullable() }) }],
    door({ workspaceId, params: { id } }) {
      const shared = codes.of(workspaceId, id);
      return { status: 200, body: { share: shared === undefined ? null : shareView(shared) } };
    },
  });

const revoke = (codes: ShareCodes): Route =>
  defineRoute({
    method: 'DELETE',
    path: '/api/risk-graph/templates/:id/share',
    summary: 'Take a share code back',
    description: 'It opens nothing any more. What others have taken already is theirs.',
    tag,
    who: 'member',
    params,
    answers: [{ status: 204, description: 'Taken back' }],
    door: ({ workspaceId, params: { id } }) =>
      codes.revoke(workspaceId, id) ? { status: 204 } : doorRefusals.not_shared({ template_id: id }),
  });

const getShared = (codes: ShareCodes): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/risk-graph/templates/shared/:code',
    summary: 'Look at a template somebody shared',
    description: 'Looking for codes that there are not is possible a few times, and then not for a while.',
    tag,
    who: 'viewer',
    params: codeParams,
    answers: [{ status: 200, description: 'The template as it was shared', schema: sharedShape }],
    door(asked) {
      const shared = codes.find(asked, asked.params.code);
      return isRefusal(shared) ? shared : { status: 200, body: { template: shared.content, shared_at: shared.shared_at } };
    },
  });

const takeShared = (codes: ShareCodes): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/risk-graph/templates/shared/:code/use',
    summary: 'Take a template somebody shared',
    description: 'It becomes one of this book, and goes its own way from then on.',
    tag,
    who: 'member',
    params: codeParams,
    headers: creation,
    answers: [{ status: 201, description: 'The template', schema: templateShape }],
    async door(asked) {
      const shared = codes.find(asked, asked.params.code);
      if (isRefusal(shared)) return shared;
      const payload = shared.content as object;
      const answer = await changeTemplate(asked, { type: 'SaveTemplate', aggregate_id: idsOf(asked)(), payload }, 201);
      if ('status' in answer) codes.used(shared.code);
      return answer;
    },
  });

function termsOf({ name, description, symbol, underlying, legs, debit_estimate }: StrategyTemplate) {
  return { name, description, symbol, underlying, legs, debit_estimate };
}
