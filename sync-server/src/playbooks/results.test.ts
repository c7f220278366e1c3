import { expect, it } from 'vitest';
import { desk } from './testing/desk.ts';

const at = desk();

/** A position of 100 shares bought at 50 and sold, and what its playbook says of it. */
async function traded(template_id: string, volume: boolean, sold: string) {
  const { post, accountId } = at();
  const fills = [
    { price: '50', quantity: '100', occurred_at: '2025-02-05T10:00:00Z' },
    { price: sold, quantity: '-100', occurred_at: '2025-02-05T10:10:00Z' },
  ];
  const legs = [{ instrument_type: 'stock', quantity: '100', fills }];
  const position = (await post('/api/positions', { account_id: accountId, symbol: `S${sold}`, legs })).body;
  expect(position.status).toBe('closed');
  await post(`/api/positions/${position.id}/playbook-responses`, { template_id, values: { volume, side: 'long', stop: 1 } });
}

it('what came of a playbook is told by grade and by rule, of all its versions or of one', async () => {
  const template = (await at().publish()).body;
  await traded(template.id, true, '51');
  await traded(template.id, true, '49.5');
  await traded(template.id, false, '48');
  await at().post(`/api/positions/${at().positionId}/playbook-responses`, { template_id: template.id, values: { volume: true } });
  const next = (await at().edit('PATCH', `/api/playbooks/templates/${template.id}`, 1, { purpose: 'in' })).body;
  await traded(next.id, true, '52');

  const results = `/api/playbooks/templates/${next.id}/results`;
  const all = (await at().get(results)).body;
  expect(all.all).toEqual({ uses: 5, closed: 4, win_rate: '0.5', mean_r: null, net: [{ currency: 'USD', amount: '50' }] });
  expect(all.by_grade.A).toMatchObject({ uses: 3, win_rate: '0.6667', net: [{ currency: 'USD', amount: '250' }] });
  const volume = all.by_rule.find(({ key }: { key: string }) => key === 'volume');
  expect(volume).toMatchObject({ followed: { uses: 4, closed: 3 }, broken: { uses: 1, win_rate: '0' } });
  expect((await at().get(`${results}?versions=this`)).body.all).toMatchObject({ uses: 1, net: [{ currency: 'USD', amount: '200' }] });
});
