import { historyLines, overrideLines } from '@taffrail/domain/phases';
import type { Fact } from '@taffrail/domain/kernel';
import { defineRoute, type Route } from '../../http/index.ts';
import { progressRef } from '../states.ts';
import { tag } from './common.ts';

const history = record(
  'history',
  'Read every change of phase',
  'A line for each, oldest first, with the figures it rested on.',
  historyLines,
);

const overrides = record(
  'overrides',
  'Read what was blocked, and what took a password',
  'A line for each attempt, oldest first, with its reason.',
  overrideLines,
);

export const recordRoutes: readonly Route[] = [history, overrides];

function record(name: string, summary: string, description: string, linesOf: (facts: readonly Fact[]) => readonly string[]): Route {
  return defineRoute({
    method: 'GET',
    path: `/api/phases/${name}.jsonl`,
    summary,
    description,
    tag,
    who: 'viewer',
    answers: [{ status: 200, description: 'JSON lines', mediaTypes: ['application/jsonl'] }],
    door: ({ workspace }) => ({
      status: 200,
      lines: linesOf(workspace.historyOf(progressRef)).map((line) => JSON.parse(line) as unknown),
      headers: { 'content-disposition': `attachment; filename="phase-${name}.jsonl"` },
    }),
  });
}
