import { isRefusal } from '@taffrail/domain/kernel';
import { contentSchema, gallery, playbookFile, playbookFromFile } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { defineRoute, idsOf, type Route } from '../../http/index.ts';
import { publishVersion } from '../publishing.ts';
import { findTemplate, noSuchTemplate, templateShape } from '../template.ts';
import { contentBody, params } from './common.ts';

const tag = 'Playbooks';

const exportTemplate = defineRoute({
  method: 'POST',
  path: '/api/playbooks/templates/:id/export',
  summary: 'Export one version of a playbook',
  description: 'As a file of its own, which any Taffrail imports.',
  tag,
  who: 'viewer',
  params,
  answers: [
    {
      status: 200,
      description: 'What such a file says',
      schema: z.strictObject({
        format: z.literal('taffrail.playbook'),
        version: z.literal(1),
        playbook: z.strictObject(contentSchema.shape),
      }),
    },
  ],
  door({ workspace, params: { id } }) {
    const found = findTemplate(workspace, id);
    return found ? { status: 200, body: playbookFile(found.version.content) } : noSuchTemplate(id);
  },
});

const example = {
  format: 'taffrail.playbook',
  version: 1,
  playbook: { name: 'Breakout', purpose: 'pre', fields: [{ key: 'volume', label: 'Volume above its average', type: 'boolean' }] },
};

const importTemplate = defineRoute({
  method: 'POST',
  path: '/api/playbooks/templates/import',
  summary: 'Publish a playbook from a file',
  description:
    'What is not known here is left out; what is known has to be right. A playbook that stands alone, with `schema` for its fields, will do.',
  tag,
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: z.looseObject({}).meta({ examples: [example] }),
  answers: [{ status: 201, description: 'Its first version here', schema: templateShape }],
  door(asked) {
    const content = playbookFromFile(asked.body);
    if (isRefusal(content)) return content;
    const nextId = idsOf(asked);
    return publishVersion(asked, 201, { version_id: nextId(), playbook_id: nextId(), base_version_id: null, content });
  },
});

const showGallery = defineRoute({
  method: 'GET',
  path: '/api/playbooks/gallery',
  summary: 'Look at playbooks to begin with',
  description: 'Change one to your liking and publish it.',
  tag,
  who: 'viewer',
  answers: [{ status: 200, description: 'As publishing takes them', schema: z.object({ playbooks: z.array(contentBody) }) }],
  door: () => ({ status: 200, body: { playbooks: gallery.map(({ fields: schema, ...playbook }) => ({ ...playbook, schema })) } }),
});

export const fileRoutes: readonly Route[] = [exportTemplate, importTemplate, showGallery];
