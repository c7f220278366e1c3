import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { msOf } from '@taffrail/domain/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, type IdentityBench, type Visitor } from '../identity/testing/identityBench.ts';
import { lockDataFolder, openSqlite } from '../storage/index.ts';
import { backupVerb } from './backup.ts';
import { restoreVerb } from './restore.ts';
import { flipBit, openHouse, type House } from './testing/house.ts';
import type { Desk } from './verb.ts';
import { verifyVerb } from './verify.ts';

let house: House;
let desk: Desk;

beforeEach(() => {
  house = openHouse();
  desk = house.deskWith();
  house.book('main').close();
});

/** Lets go of the registry again, so that it can be replaced. */
async function among<T>(work: (people: IdentityBench) => Promise<T>): Promise<T> {
  const people = house.people();
  try {
    return await work(people);
  } finally {
    people.close();
  }
}

const signIn = async (people: IdentityBench, name: string, code?: string): Promise<Visitor> => {
  const visitor = people.visitor();
  const body = { name, password: PASSWORD, ...(code !== undefined && { code }) };
  expect((await visitor.call('POST', '/api/identity/sign-in', body)).status).toBe(200);
  return visitor;
};

/** An owner and a member, each signed in, with a token, an open invitation and the offer to be let in. */
const settle = () =>
  among(async (people) => {
    const owner = await people.claim('Owner');
    const member = await people.join(owner, 'Member', 'member');
    const asked = { name: 'Terminal', workspace_id: 'main', scope: 'write' };
    const token: string = (await owner.call('POST', '/api/identity/script-tokens', asked)).body.token;
    const invitation: string = (await owner.call('POST', '/api/identity/invitations', { role: 'viewer' })).body.secret;
    const offer = people.console.letIn('Owner') as { secret: string };
    return { cookie: member.cookie, token, invitation, letIn: offer.secret };
  });

async function backUp(at = desk): Promise<string> {
  expect(await backupVerb(at, undefined)).toBe(true);
  const [path = ''] = house.backupsNamed('_registry-');
  return path;
}

test.each([
  ['in the clear', {}],
  ['encrypted', { TAFFRAIL_BACKUP_KEY: 'correct horse battery' }],
])('a backup %s brings back who there is, and nothing that lets anybody in without signing in', async (_, env) => {
  const given = await settle();
  const keyed = house.deskWith(env);
  const path = await backUp(keyed);
  await among(async (people) => people.join(await signIn(people, 'Owner'), 'Later', 'viewer'));

  expect(await restoreVerb(keyed, path)).toBe(true);
  expect(house.said).toContainEqual(expect.stringMatching(/ended 2 sessions, 1 devices and 1 invitations: sign in and pair again/));
  await among(async (people) => {
    expect((await people.visitor({ cookie: given.cookie }).call('GET', '/api/identity/me')).status).toBe(401);
    expect((await people.visitor({ token: given.token }).call('GET', '/api/events')).status).toBe(401);
    const joining = { secret: given.invitation, name: 'Guest', password: PASSWORD };
    expect((await people.visitor().call('POST', '/api/identity/join', joining)).body.code).toBe('invitation_over');
    const letIn = { secret: given.letIn, password: PASSWORD };
    expect((await people.visitor().call('POST', '/api/identity/let-in', letIn)).body.code).toBe('let_in_over');

    const owner = await signIn(people, 'Owner');
    const { members } = (await owner.call('GET', '/api/identity/members')).body;
    expect(members.map(({ name }: { name: string }) => name)).toEqual(['Owner', 'Member']);
    const { devices } = (await owner.call('GET', '/api/identity/devices')).body;
    expect(devices).toMatchObject([{ name: 'Terminal', revoked_at: expect.any(String) }]);
  });
});

test('everybody can read on the record that it was restored, from which backup, and what it ended', async () => {
  await settle();
  const path = await backUp();
  await restoreVerb(desk, path);
  const records = await among(async (people) => (await (await signIn(people, 'Member')).call('GET', '/api/identity/audit')).body.records);
  expect(records).toContainEqual(
    expect.objectContaining({
      type: 'registry_restored',
      address: 'console',
      details: expect.objectContaining({ from: path.split('/').at(-1), sessions: 2, devices: 1, invitations: 1 }),
    }),
  );
});

test('the record goes on: what was put there since the backup is still there', async () => {
  await settle();
  const path = await backUp();
  const before = await among(async (people) => {
    await people.join(await signIn(people, 'Owner'), 'Later', 'viewer');
    return people.sql.all('SELECT * FROM audit ORDER BY seq');
  });
  await restoreVerb(desk, path);
  const after = await among(async (people) => people.sql.all('SELECT * FROM audit ORDER BY seq'));
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length)).toMatchObject([{ type: 'registry_restored' }]);
  expect(await verifyVerb(desk, undefined)).toBe(true);
});

test('the record of another server is not mixed into it', async () => {
  await settle();
  const path = await backUp();
  const recorded = await among(async (people) => people.sql.all('SELECT * FROM audit ORDER BY seq'));
  rmSync(desk.data.registry);
  await among(async (people) => {
    const other = await people.claim('Other');
    for (let n = 0; n < recorded.length; n++) await people.join(other, `Guest ${n}`, 'viewer');
  });
  await restoreVerb(desk, path);
  const after = await among(async (people) => people.sql.all('SELECT * FROM audit ORDER BY seq'));
  expect(after.slice(0, -1)).toEqual(recorded);
});

test('a registry too damaged to be read is replaced all the same', async () => {
  await settle();
  const path = await backUp();
  writeFileSync(desk.data.registry, 'nothing that is a database');
  expect(await restoreVerb(desk, path)).toBe(true);
  expect(house.said).toContainEqual(expect.stringMatching(/^What the present registry has on record since the backup cannot be read/));
  await among(async (people) => signIn(people, 'Owner'));
});

test('the registry that was there is kept whole', async () => {
  await settle();
  const path = await backUp();
  await among(async (people) => people.join(await signIn(people, 'Owner'), 'Later', 'viewer'));
  await restoreVerb(desk, path);
  const [kept = ''] = readdirSync(join(desk.data.path, 'replaced'));
  const sqlite = openSqlite(join(desk.data.path, 'replaced', kept, 'registry.sqlite'), { mustExist: true });
  expect(sqlite.integrity()).toEqual([]);
  expect(sqlite.sql.all('SELECT name FROM user ORDER BY created_at, name')).toHaveLength(3);
  sqlite.close();
});

describe('what is no good is not restored, and the registry stays', () => {
  const KEYED = { TAFFRAIL_BACKUP_KEY: 'correct horse battery' };

  test.each([
    ['a damaged one', {}, {}, flipBit, 'This backup is damaged'],
    ['a damaged one that is encrypted', KEYED, KEYED, flipBit, 'This backup is damaged'],
    ['one of another passphrase', KEYED, { TAFFRAIL_BACKUP_KEY: 'another horse battery' }, () => {}, 'another passphrase'],
    ['an encrypted one without the passphrase', KEYED, {}, () => {}, 'set TAFFRAIL_BACKUP_KEY'],
  ])('%s', async (_, made, restored, spoil, sentence) => {
    const { cookie } = await settle();
    const path = await backUp(house.deskWith(made));
    spoil(path);
    expect(await restoreVerb(house.deskWith(restored), path)).toBe(false);
    expect(house.said.at(-1)).toContain(sentence);
    await among(async (people) => {
      expect((await people.visitor({ cookie }).call('GET', '/api/identity/me')).status).toBe(200);
    });
  });

  test('any, while a server runs', async () => {
    const { cookie } = await settle();
    const path = await backUp();
    const lock = lockDataFolder(desk.data.lock);
    expect(await restoreVerb(desk, path)).toBe(false);
    lock.release();
    expect(house.said.at(-1)).toMatch(/^Another Taffrail is using this data folder; stop it first/);
    await among(async (people) => {
      expect((await people.visitor({ cookie }).call('GET', '/api/identity/me')).status).toBe(200);
    });
  });
});

test('a new machine has its people again, and a code is checked only where the key was brought along', async () => {
  const secret = await among(async (people) => {
    const owner = await people.claim('Owner');
    const enrolled: string = (await owner.call('POST', '/api/identity/authenticator')).body.secret;
    await owner.call('POST', '/api/identity/authenticator/confirm', { code: codeAt(enrolled, people) });
    return enrolled;
  });
  const path = await backUp();
  rmSync(desk.data.registry);
  expect(await restoreVerb(desk, path)).toBe(true);
  await among(async (people) => {
    people.sleep(30_000);
    await signIn(people, 'Owner', codeAt(secret, people));
  });
  rmSync(desk.data.secretKey);
  await among(async (people) => {
    people.sleep(60_000);
    const body = { name: 'Owner', password: PASSWORD, code: codeAt(secret, people) };
    expect((await people.visitor().call('POST', '/api/identity/sign-in', body)).body.code).toBe('code_not_checkable');
  });
});

const codeAt = (secret: string, people: IdentityBench): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: msOf(people.now()) });

test('after a restore, books that the registry does not know of are named', async () => {
  await settle();
  const path = await backUp();
  house.book('later').close();
  await restoreVerb(desk, path);
  expect(house.said.at(-1)).toMatch(/^Workspace later belongs to nobody yet; .* adopt <name> --workspace later$/);
});

test('nobody is backed up before there is somebody', async () => {
  house.people().close();
  expect(await backupVerb(desk, undefined)).toBe(true);
  expect(house.backupsNamed('_registry-')).toEqual([]);
});

test('verify looks at the registry as well, and misses no record that was taken away', async () => {
  await settle();
  expect(await verifyVerb(desk, undefined)).toBe(true);
  expect(house.said.at(-1)).toMatch(/^The registry: 2 people, \d+ records\.$/);
  const sqlite = openSqlite(desk.data.registry);
  sqlite.sql.exec('DROP TRIGGER the_record_is_never_deleted; DELETE FROM audit WHERE seq = 2;');
  sqlite.close();
  expect(await verifyVerb(desk, undefined)).toBe(false);
  expect(house.said.at(-1)).toMatch(/some were taken away/);
});
