import { describe, expect, it } from 'vitest';
import { identityBench } from '../identity/testing/identityBench.ts';
import { riskgraph, riskgraphRoutes, sharingRoutes } from './index.ts';

const templates = '/api/risk-graph/templates';
const leg = {
  instrument_type: 'option',
  right: 'put',
  exercise: 'european',
  strike_offset: '-50',
  dte_target: 30,
  quantity: '-1',
  multiplier: '100',
};
const shortPut = { name: 'Put below the money', symbol: 'SPX', underlying: 'I:SPX', legs: [leg] };

/** Two people with a book each. */
async function house() {
  const bench = identityBench({
    contexts: [riskgraph],
    routes: riskgraphRoutes,
    furnish: ({ identity }) => sharingRoutes(identity.shareCodes),
  });
  const owner = await bench.claim();
  const second = await bench.join(owner, 'Second', 'member');
  await second.call('POST', '/api/identity/workspaces', { id: 'second' });
  const own = { 'taffrail-workspace': 'second' };
  const main = { 'taffrail-workspace': 'main' };
  const template = (await owner.call('POST', templates, shortPut, main)).body;
  const share = () => owner.call('POST', `${templates}/${template.id}/share`, undefined, main);
  return { bench, owner, second, own, main, template, share };
}

describe('a share code', () => {
  it('passes a template on to somebody else, who goes their own way with it', async () => {
    const { bench, owner, second, own, main, template, share } = await house();
    const { body } = await share();
    expect(body.share_code).toMatch(/^[0-9a-z]{16}$/);
    const seen = await second.call('GET', `${templates}/shared/${body.share_code.toUpperCase()}`, undefined, own);
    expect(seen).toMatchObject({ status: 200, body: { template: shortPut } });
    const taken = await second.call('POST', `${templates}/shared/${body.share_code}/use`, undefined, own);
    expect(taken).toMatchObject({ status: 201, body: { ...shortPut, version: 1, use_count: 0 } });
    const drawn = await second.call('POST', `${templates}/${taken.body.id}/use`, { at_the_money: '6100' }, own);
    expect(drawn).toMatchObject({
      status: 201,
      body: { strategy: 'single', strike: '6050', label: shortPut.name, template_id: taken.body.id },
    });
    const { share: counted } = (await owner.call('GET', `${templates}/${template.id}/share`, undefined, main)).body;
    expect(counted).toMatchObject({ share_code: body.share_code, use_count: 1 });
    bench.close();
  });

  it('stays the same when the template is shared again, as it is then', async () => {
    const { bench, owner, second, own, main, template, share } = await house();
    const first = (await share()).body.share_code;
    await owner.call('PATCH', `${templates}/${template.id}`, { name: 'Renamed' }, { ...main, 'if-match': '1' });
    expect((await second.call('GET', `${templates}/shared/${first}`, undefined, own)).body.template.name).toBe(shortPut.name);
    expect((await share()).body.share_code).toBe(first);
    expect((await second.call('GET', `${templates}/shared/${first}`, undefined, own)).body.template.name).toBe('Renamed');
    bench.close();
  });

  it('opens nothing once it is taken back', async () => {
    const { bench, owner, second, own, main, template, share } = await house();
    const { share_code } = (await share()).body;
    expect(await owner.call('DELETE', `${templates}/${template.id}/share`, undefined, main)).toMatchObject({ status: 204 });
    expect(await owner.call('DELETE', `${templates}/${template.id}/share`, undefined, main)).toMatchObject({ status: 422 });
    expect(await second.call('GET', `${templates}/shared/${share_code}`, undefined, own)).toMatchObject({ status: 404 });
    expect((await share()).body.share_code).not.toBe(share_code);
    bench.close();
  });

  it('that was taken back is told apart from one that never was by nobody', async () => {
    const { bench, owner, second, own, main, template, share } = await house();
    const { share_code } = (await share()).body;
    await owner.call('DELETE', `${templates}/${template.id}/share`, undefined, main);
    const nothingAt = async (code: string) =>
      JSON.stringify((await second.call('GET', `${templates}/shared/${code}`, undefined, own)).body).replaceAll(code, 'code');
    expect(await nothingAt(share_code)).toBe(await nothingAt('0000000000000000'));
    bench.close();
  });

  it('is not found by trying: after five that there are not, no more are looked for', async () => {
    const { bench, second, own, share } = await house();
    const { share_code } = (await share()).body;
    for (let tried = 0; tried < 5; tried++) {
      expect(await second.call('GET', `${templates}/shared/000000000000000${tried}`, undefined, own)).toMatchObject({ status: 404 });
    }
    expect(await second.call('GET', `${templates}/shared/${share_code}`, undefined, own)).toMatchObject({
      status: 429,
      body: { code: 'too_many_attempts' },
    });
    expect(await second.call('POST', `${templates}/shared/${share_code}/use`, undefined, own)).toMatchObject({ status: 429 });
    bench.sleep(15 * 60_000 + 1);
    expect(await second.call('GET', `${templates}/shared/${share_code}`, undefined, own)).toMatchObject({ status: 200 });
    bench.close();
  });
});
