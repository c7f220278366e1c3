import { isRefusal } from '@taffrail/domain/kernel';
import { expect, onTestFinished } from 'vitest';
import { serve } from '../../../http/index.ts';
import type { Answered } from '../../../http/testing/caller.ts';
import { identityBench, type IdentityBench, type Visitor } from '../../testing/identityBench.ts';

interface Wish {
  readonly kind?: string;
  readonly name?: string;
  readonly scope?: string;
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

export interface DevicesBench extends IdentityBench {
  /** Whoever has no session and no token. */
  readonly stranger: Visitor;
  /** A device that asks to be let in, and what it got for asking. */
  asks(wish?: Wish): Promise<{ readonly device_code: string; readonly user_code: string }>;
  approves(person: Visitor, userCode: string, workspaceId?: string): Promise<Answered>;
  collects(deviceCode: string): Promise<Answered>;
  refreshes(refreshToken: string): Promise<Answered>;
  /** A device from asking to its tokens. */
  paired(trader: Visitor, wish?: Wish): Promise<Tokens>;
  reads(accessToken: string, address?: string): Promise<Answered>;
  listed(person: Visitor): Promise<Answered['body']>;
  /** The newest on the record that a person sees. */
  lastRecord(person: Visitor): Promise<Answered['body']>;
  /** The same doors behind the real server; says on which port. */
  listen(): Promise<number>;
}

/** Identity with what devices, and people who pair them, say to it. Closed with the test, and nothing has gone wrong then. */
export function devicesBench(): DevicesBench {
  const bench = identityBench();
  onTestFinished(() => {
    bench.close();
    expect(bench.errors).toEqual([]);
  });
  const stranger = bench.visitor();

  const asks: DevicesBench['asks'] = async (wish = {}) =>
    (await stranger.call('POST', '/api/identity/device-codes', { kind: 'extension', name: 'Chart panel', ...wish })).body;

  const approves: DevicesBench['approves'] = (person, userCode, workspaceId = 'main') =>
    person.call('POST', `/api/identity/device-codes/${userCode}/approve`, { workspace_id: workspaceId });

  const collects: DevicesBench['collects'] = (deviceCode) =>
    stranger.call('POST', '/api/identity/device-tokens', { device_code: deviceCode });

  return {
    ...bench,
    stranger,
    asks,
    approves,
    collects,
    refreshes: (refreshToken) => stranger.call('POST', '/api/identity/device-tokens/refresh', { refresh_token: refreshToken }),
    async paired(trader, wish) {
      const { device_code, user_code } = await asks(wish);
      await approves(trader, user_code);
      return (await collects(device_code)).body;
    },
    reads: (token, address = '192.0.2.1') => bench.visitor({ token, address }).call('GET', '/api/events'),
    listed: async (person) => (await person.call('GET', '/api/identity/devices')).body.devices,
    lastRecord: async (person) => (await person.call('GET', '/api/identity/audit?limit=1')).body.records[0],
    async listen() {
      const served = await serve(bench.app, { host: '127.0.0.1', port: 0, streams: bench.streams });
      if (isRefusal(served)) throw new Error(served.sentence);
      onTestFinished(() => served.close());
      return served.port;
    },
  };
}
