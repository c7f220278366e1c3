import { describe, expect, it } from 'vitest';
import type { ServerLine } from './index.ts';
import { allSent, does, openAccount } from './testing/desk.ts';
import { desks } from './testing/desks.ts';
import { until } from './testing/until.ts';

const desk = desks();

const unreached: ServerLine['follow'] = async () => ({ kind: 'later', sentence: 'The server could not be reached.' });

describe('what this device may do', () => {
  it('is what the server said last, in every tab and without a network, and nothing is written where it may only read', async () => {
    const { openTab, server } = desk();
    server.scope = 'read';
    const [one, two] = [await openTab(), await openTab()];
    await until('both have heard', () => !one.mayWrite.value && !two.mayWrite.value);
    expect(await two.dispatch(openAccount)).toMatchObject({ code: 'reads_only' });
    await one.close();
    await two.close();
    const later = await openTab({ ...server.line, follow: unreached });
    expect(later.mayWrite.value).toBe(false);
    expect(later.waiting.value.commands).toBe(0);
    await later.close();

    server.scope = 'write';
    const again = await openTab();
    await until('it may write again', () => again.mayWrite.value);
    await does(again, openAccount);
    await allSent(again);
  });

  it('is everything in a book without a server', async () => {
    const replica = await desk({ attached: false }).openTab();
    expect(replica.mayWrite.value).toBe(true);
    await does(replica, openAccount);
  });

  it('is still known when nobody can be asked: who was shut out stays so until the server says otherwise', async () => {
    const { openTab, server } = desk();
    const shut = await openTab({ ...server.line, follow: async () => ({ kind: 'revoked', sentence: 'The device was revoked.' }) });
    await until('it is told', () => shut.line.value.state === 'revoked');
    const { since } = shut.line.value;
    await shut.close();

    let asked = 0;
    const offline = await openTab({
      ...server.line,
      follow(...asking) {
        asked += 1;
        return unreached(...asking);
      },
    });
    await until('the server was not reached', () => asked > 1);
    expect(offline.line.value).toEqual({ state: 'revoked', sentence: 'The device was revoked.', since });
    await offline.close();

    const back = await openTab();
    await until('it is let in again', () => back.line.value.state === 'following');
    await back.close();
    const next = await openTab({ ...server.line, follow: unreached });
    await until('it says that it is offline', () => next.line.value.state === 'offline');
  });
});
