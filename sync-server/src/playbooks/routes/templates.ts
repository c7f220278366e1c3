import { idSchema, kernelRefusals, type Id } from '@taffrail/domain/kernel';
import { purposeSchema, suggested } from '@taffrail/domain/playbooks';
import { strategyOf, type Position } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, lastSeqOf, type Caller, type DoorAnswer, type Route } from '../../http/index.ts';
import { publishVersion, templateReply } from '../publishing.ts';
import { doorRefusals } from '../refusals.ts';
import { findTemplate, noSuchTemplate, templateShape, templateView, type Template } from '../template.ts';
import { contentBody, contentChange, contentFrom, edit, params, versionMissing, type ContentChange } from './common.ts';

const tag = 'Playbooks';
const shown = { description: 'The version in use', schema: templateShape };

const breakout = {
  name: 'Breakout',
  purpose: 'pre',
  strategy_bindings: ['stock', 'breakout'],
  schema: [
    { key: 'volume', label: 'Volume above its average', type: 'boolean', required: true, weight: '2' },
    { key: 'side', label: 'Side', type: 'select', weight: '0', validation: { options: ['long', 'short'] } },
    { key: 'quality', label: 'How clean is the range?', type: 'rating' },
  ],
  template_max_risk_pct: '0.75',
};

const listTemplates = defineRoute({
  method: 'GET',
  path: '/api/playbooks/templates',
  summary: 'List playbooks',
  description:
    'Each in the version that is in use; those that are retired come last. With `position_id`, those in use that are meant for what the ' +
    'position is, by its strategy and tags, the most fitting first.',
  tag,
  who: 'viewer',
  query: z.object({ purpose: purposeSchema.optional(), active: z.enum(['true', 'false']).optional(), position_id: idSchema.optional() }),
  answers: [{ status: 200, description: 'By name', schema: z.object({ templates: z.array(templateShape) }) }],
  door({ workspace, query: { purpose, active, position_id } }) {
    const rows = workspace.read((sql) =>
      sql.all<{ id: Id }>(
        `SELECT latest_version_id AS id FROM playbooks_playbook
         WHERE purpose = coalesce(?, purpose) AND active = coalesce(?, active) ORDER BY active DESC, name, id`,
        purpose ?? null,
        active === undefined ? null : Number(active === 'true'),
      ),
    );
    const templates = rows.map(({ id }) => templateView(listed(findTemplate(workspace, id), id)));
    if (position_id === undefined) return { status: 200, body: { templates } };
    const position = workspace.state({ aggregate_type: 'position', aggregate_id: position_id })?.state as Position | undefined;
    if (!position) return kernelRefusals.not_found({ noun: 'position', id: position_id });
    const meant = { strategy: strategyOf(position.legs), tags: position.tags };
    const inUse = templates.filter(({ is_active }) => is_active);
    return { status: 200, body: { templates: suggested(inUse, meant) } };
  },
});

const publish = defineRoute({
  method: 'POST',
  path: '/api/playbooks/templates',
  summary: 'Publish a playbook',
  description:
    'Its first version, which never changes. Weights are 1 and thresholds, schedule and comments as usual where they are left out; ' +
    'a name belongs to the playbook that used it first.',
  tag,
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: contentBody
    .extend({ id: idSchema.optional(), playbook_id: idSchema.optional().describe('Chosen here when left out') })
    .meta({ examples: [breakout] }),
  answers: [{ status: 201, ...shown }],
  door(asked) {
    const nextId = idsOf(asked);
    const { id = nextId(), playbook_id = nextId(), ...content } = asked.body;
    return publishVersion(asked, 201, { version_id: id, playbook_id, base_version_id: null, content: contentFrom(content) });
  },
});

const getTemplate = defineRoute({
  method: 'GET',
  path: '/api/playbooks/templates/:id',
  summary: 'Look at one version of a playbook',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The version as it was published', schema: templateShape }],
  door({ workspace, params: { id } }) {
    const found = findTemplate(workspace, id);
    return found ? { status: 200, body: templateView(found), version: found.playbook.version } : noSuchTemplate(id);
  },
});

const changeTemplate = defineRoute({
  method: 'PATCH',
  path: '/api/playbooks/templates/:id',
  summary: 'Publish the next version of a playbook, or retire it',
  description:
    'What is left out stays as it was; what is given replaces it as a whole. The version named must be the latest, and If-Match its ' +
    '`revision`. `is_active` stands alone: it says of the playbook whether new responses are taken.',
  tag,
  who: 'member',
  params,
  headers: edit,
  body: contentChange.extend({ is_active: z.boolean().optional() }).meta({ examples: [{ template_max_risk_pct: '0.5' }] }),
  answers: [{ status: 200, ...shown }],
  door(asked) {
    const { is_active, ...change } = asked.body;
    const found = findTemplate(asked.workspace, asked.params.id);
    if (!found) return noSuchTemplate(asked.params.id);
    if (is_active === undefined) return publishNext(asked, found, change);
    if (Object.keys(change).length > 0) return doorRefusals.is_active_stands_alone();
    return setActive(asked, found, is_active);
  },
});

export const templateRoutes: readonly Route[] = [listTemplates, publish, getTemplate, changeTemplate];

function listed(found: Template | undefined, id: Id): Template {
  if (!found) throw new Error(`version ${id} is listed but is not there`);
  return found;
}

async function publishNext(caller: Caller, { version, playbook }: Template, { schema, ...change }: ContentChange): Promise<DoorAnswer> {
  const missing = versionMissing(caller, 'playbook', playbook.version);
  if (missing) return missing;
  return publishVersion(caller, 200, {
    version_id: idsOf(caller)(),
    playbook_id: version.playbook_id,
    base_version_id: version.id,
    content: { ...version.content, ...change, fields: schema ?? version.content.fields },
  });
}

async function setActive(caller: Caller, { version, playbook }: Template, active: boolean): Promise<DoorAnswer> {
  const type = active ? 'ReactivatePlaybook' : 'RetirePlaybook';
  const answer = await dispatch(caller, { type, aggregate_id: playbook.state.id, payload: {} });
  return answer.outcome === 'refused' ? answer : templateReply(caller, version.id, 200, lastSeqOf(answer));
}
