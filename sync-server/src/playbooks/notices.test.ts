import { expect, test } from 'vitest';
import { playbooks } from './index.ts';
import { DAY, desk } from './testing/desk.ts';

const at = desk();

test('people are told of versions that others published, and of what is retired, and not of answers', async () => {
  const first = (await at().publish()).body;
  const path = `/api/playbooks/templates/${first.id}`;
  const next = (await at().edit('PATCH', path, 1, { name: 'Breakout, narrow' })).body;
  await at().post(`/api/journal/${DAY}/instrument/SPX/playbook-response`, { template_id: next.id, values: { volume: true } });
  await at().edit('PATCH', `/api/playbooks/templates/${next.id}`, 2, { is_active: false });

  const { workspace } = at();
  const subject = { type: 'playbook', id: first.playbook_id };
  expect(workspace.facts(0, 1_000).flatMap((fact) => playbooks.noticesOf!(fact, workspace.state))).toEqual([
    { kind: 'playbook_published', params: { name: 'Breakout', version: 1 }, subject },
    { kind: 'playbook_published', params: { name: 'Breakout, narrow', version: 2 }, subject },
    { kind: 'playbook_retired', params: { name: 'Breakout, narrow' }, subject },
  ]);
});
