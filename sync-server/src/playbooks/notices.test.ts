import { expect, test } from 'vitest';
import { playbooks } from './index.ts';
import { DAY, desk } from './testing/desk.ts';

const at = desk();
const values = { volume: true, side: 'long', stop: '1' };

function told() {
  const { workspace } = at();
  return workspace.facts(0, 1_000).flatMap((fact) => playbooks.noticesOf!(fact, workspace.state));
}

test('people are told of versions that others published, and of what is retired', async () => {
  const first = (await at().publish()).body;
  const next = (await at().edit('PATCH', `/api/playbooks/templates/${first.id}`, 1, { name: 'Breakout, narrow' })).body;
  await at().edit('PATCH', `/api/playbooks/templates/${next.id}`, 2, { is_active: false });
  const subject = { type: 'playbook', id: first.playbook_id };
  expect(told()).toEqual([
    { kind: 'playbook_published', params: { name: 'Breakout', version: 1 }, subject },
    { kind: 'playbook_published', params: { name: 'Breakout, narrow', version: 2 }, subject },
    { kind: 'playbook_retired', params: { name: 'Breakout, narrow' }, subject },
  ]);
});

test('people are told where more is meant to be risked than a checklist allows, and not where it is as much', async () => {
  const template_id = (await at().publish()).body.id as string;
  const onPosition = `/api/positions/${at().positionId}/playbook-responses`;
  const onInstrument = `/api/journal/${DAY}/instrument/SPX/playbook-response`;
  await at().post(onPosition, { template_id, values, intended_risk_pct: '1' });
  await at().post(onPosition, { template_id, values, intended_risk_pct: '1.5' });
  await at().post(onInstrument, { template_id, values: { volume: false }, intended_risk_pct: '0.1' });
  expect(told().slice(1)).toEqual([
    {
      kind: 'cap_exceeded',
      params: { symbol: 'ACME', intended_risk_pct: '1.5', risk_cap_pct: '1' },
      subject: { type: 'position', id: at().positionId },
    },
    { kind: 'cap_exceeded', params: { symbol: 'SPX', intended_risk_pct: '0.1', risk_cap_pct: '0' }, subject: { type: 'day', id: DAY } },
  ]);
});
