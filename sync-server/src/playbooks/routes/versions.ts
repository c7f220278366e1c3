import { idSchema } from '@taffrail/domain/kernel';
import { differenceOf } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { differenceShape } from '../differenceShape.ts';
import { findTemplate, noSuchTemplate, templateShape } from '../template.ts';
import { params } from './common.ts';

const tag = 'Playbooks';

const listVersions = defineRoute({
  method: 'GET',
  path: '/api/playbooks/templates/:id/versions',
  summary: 'List the versions of a playbook',
  description: 'Named by any of them.',
  tag,
  who: 'viewer',
  params,
  answers: [
    {
      status: 200,
      description: 'Oldest first',
      schema: z.object({ versions: z.array(templateShape.pick({ id: true, version: true, name: true, created_at: true })) }),
    },
  ],
  door({ workspace, params: { id } }) {
    const found = findTemplate(workspace, id);
    if (!found) return noSuchTemplate(id);
    const versions = found.playbook.state.versions.map(({ version_id, version, name, published_at }) => ({
      id: version_id,
      version,
      name,
      created_at: published_at,
    }));
    return { status: 200, body: { versions }, version: found.playbook.version };
  },
});

const getDifference = defineRoute({
  method: 'GET',
  path: '/api/playbooks/templates/:id/difference',
  summary: 'See what one version says otherwise than another',
  tag,
  who: 'viewer',
  params,
  query: z.object({ against: idSchema.describe('The version it is held against') }),
  answers: [{ status: 200, description: 'What changed from the other version to this one', schema: differenceShape }],
  door({ workspace, params: { id }, query: { against } }) {
    const [to, from] = [findTemplate(workspace, id)?.version, findTemplate(workspace, against)?.version];
    if (!to || !from) return noSuchTemplate(to ? against : id);
    const named = ({ id: version_id, version }: typeof to) => ({ id: version_id, version });
    return { status: 200, body: { from: named(from), to: named(to), ...differenceOf(from.content, to.content) } };
  },
});

export const versionRoutes: readonly Route[] = [listVersions, getDifference];
