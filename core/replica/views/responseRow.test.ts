import { expect, it } from 'vitest';
import type { ResponseRow } from '../index.ts';
import {
  aPosition,
  allSent,
  createPosition,
  does,
  openAccount,
  positionId,
  publishPlaybook,
  submitResponse,
  versionId,
} from '../testing/desk.ts';
import { desks } from '../testing/desks.ts';
import { until } from '../testing/until.ts';

const desk = desks();
const answers = { trend: true, side: 'long', stop: '2.5', thesis: 'It held three times.' };

it('a row says what was answered but for words, and waits for the server as its response does', async () => {
  const { openTab, server } = desk();
  let fate: 'carried' | 'request_lost' = 'request_lost';
  const replica = await openTab(server.lineWith(() => fate));
  await does(replica, openAccount, createPosition(1), publishPlaybook(1, 1, null), submitResponse(aPosition(1), 1, 1, answers));
  const rows = replica.rows<ResponseRow>('responses');
  await until('the row is there', () => rows.value?.size === 1);
  const [row] = [...rows.value!.values()];
  expect(row).toMatchObject({
    position_id: positionId(1),
    version_id: versionId(1),
    grade: 'A',
    compliance: '1',
    cap: '1',
    exceeded: false,
    values: { trend: true, side: 'long', stop: '2.5' },
    pending: true,
  });
  expect(row!.values).not.toHaveProperty('thesis');
  fate = 'carried';
  await allSent(replica);
  await until('the row is patched', () => rows.value?.get(row!.id)?.pending === false);
});

it('a row stays with the version that was answered when the next one is published', async () => {
  const replica = await desk({ attached: false }).openTab();
  await does(replica, openAccount, createPosition(1), publishPlaybook(1, 1, null), submitResponse(aPosition(1), 1, 1, { trend: true }));
  await does(replica, publishPlaybook(1, 2, versionId(1), '0.45'));
  const rows = replica.rows<ResponseRow>('responses');
  await until('the row is there', () => rows.value?.size === 1);
  expect([...rows.value!.values()]).toMatchObject([{ version_id: versionId(1), grade: 'B', compliance: '0.5' }]);
});
