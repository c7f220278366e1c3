import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { MOST_ADDED_UP, playbookResults } from '../results.ts';
import { findTemplate, noSuchTemplate } from '../template.ts';
import { params } from './common.ts';

const figure = z.string().nullable();

const tally = z.strictObject({
  uses: z.int(),
  closed: z.int(),
  win_rate: figure.describe('Of the closed trades whose result is known, as a fraction of 1'),
  mean_r: figure,
  net: z.array(z.strictObject({ currency: z.string(), amount: z.string() })),
});

const resultsShape = z.strictObject({
  all: tally,
  mean_compliance: figure,
  by_grade: z.strictObject({ A: tally, B: tally, C: tally, D: tally }),
  by_rule: z
    .array(z.strictObject({ key: z.string(), followed: tally, broken: tally }))
    .describe('Each field that had weight when it was answered'),
});

const getResults = defineRoute({
  method: 'GET',
  path: '/api/playbooks/templates/:id/results',
  summary: 'See what came of a playbook',
  description: `By grade, and by each rule followed or broken; of its newest ${MOST_ADDED_UP} responses. Figures are null where there is nothing to rest them on.`,
  tag: 'Playbooks',
  who: 'viewer',
  params,
  query: z.object({ versions: z.enum(['all', 'this']).default('all').describe('All versions of the playbook, or the one named') }),
  answers: [{ status: 200, description: 'How often it was used, and how its trades went', schema: resultsShape }],
  door({ workspace, params: { id }, query: { versions } }) {
    const found = findTemplate(workspace, id)?.version;
    if (!found) return noSuchTemplate(id);
    return { status: 200, body: playbookResults(workspace, found.playbook_id, versions === 'this' ? id : undefined) };
  },
});

export const resultRoutes: readonly Route[] = [getResults];
