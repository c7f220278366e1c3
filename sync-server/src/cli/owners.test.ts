import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../identity/testing/identityBench.ts';
import { adoptVerb } from './adopt.ts';
import { backupVerb } from './backup.ts';
import { exportVerb } from './exportBook.ts';
import { importVerb } from './importBook.ts';
import { letInVerb } from './letIn.ts';
import { restoreVerb } from './restore.ts';
import { openHouse, type House } from './testing/house.ts';
import type { Desk } from './verb.ts';

let house: House;
let desk: Desk;
let elsewhere: Desk;

beforeEach(() => {
  house = openHouse();
  desk = house.deskWith();
  elsewhere = house.deskWith({}, 'copy');
  house.book('main').close();
});

const hint = 'Workspace copy belongs to nobody yet; give it to somebody: npm run taffrail -- adopt <name> --workspace copy';

async function importCopy(): Promise<void> {
  const folder = join(house.root, 'export');
  expect(await exportVerb(desk, folder)).toBe(true);
  expect(await importVerb(elsewhere, folder)).toBe(true);
}

async function restoreCopy(): Promise<void> {
  expect(await backupVerb(desk, undefined)).toBe(true);
  const [path = ''] = house.backupsNamed('main-');
  expect(await restoreVerb(elsewhere, path)).toBe(true);
}

test.each([
  ['import', importCopy],
  ['restore', restoreCopy],
])('a book that came by %s is nobody\u2019s, until it is given to somebody', async (_, arrive) => {
  const people = house.people();
  const owner = await people.claim('Owner');
  await arrive();
  expect(house.said.at(-1)).toBe(hint);
  const open = () => owner.call('GET', '/api/events', undefined, { 'taffrail-workspace': 'copy' });
  expect((await open()).status).toBe(404);
  expect(await adoptVerb(elsewhere, 'owner')).toBe(true);
  expect(house.said.at(-1)).toBe('Workspace copy belongs to Owner now.');
  expect((await open()).status).toBe(200);
  people.close();
});

test('before anybody has claimed the server there is nothing to hint at', async () => {
  await importCopy();
  expect(house.said).not.toContain(hint);
  expect(await adoptVerb(elsewhere, 'Owner')).toBe(false);
  expect(house.said.at(-1)).toContain('Nobody has claimed this server yet');
});

test('what was done at the machine is on the record of whoever owns the book', async () => {
  const people = house.people();
  const owner = await people.claim('Owner');
  await importCopy();
  await restoreCopy();
  await adoptVerb(elsewhere, 'Owner');
  const { records } = (await owner.call('GET', '/api/identity/audit')).body;
  const done = records
    .filter(({ address }: { address: string }) => address === 'console')
    .map(({ type, workspace_id, details }: { type: string; workspace_id: string; details: object }) => ({ type, workspace_id, details }));
  expect(done).toEqual([
    { type: 'workspace_adopted', workspace_id: 'copy', details: {} },
    {
      type: 'workspace_restored',
      workspace_id: 'copy',
      details: { from: expect.stringMatching(/^main-\d{8}T\d{9}Z\.taffrail$/), backup_of: 'main', made_at: expect.any(String), facts: 0 },
    },
    { type: 'workspace_imported', workspace_id: 'copy', details: { from: 'export', facts: 0, files: 0 } },
    { type: 'workspace_exported', workspace_id: 'main', details: { to: 'export', facts: 0, files: 0 } },
  ]);
  people.close();
});

test('a book that has an owner, is not there, or is meant for nobody is not given away', async () => {
  const people = house.people();
  const owner = await people.claim('Owner');
  await people.join(owner, 'Member', 'member');
  people.close();
  for (const [at, name, sentence] of [
    [desk, 'Member', 'Workspace main belongs to Owner, who can make others its owners.'],
    [elsewhere, 'Member', 'There is no workspace copy in'],
    [desk, 'Nobody', 'Nobody here is called Nobody; there are Member, Owner.'],
    [desk, undefined, 'Say who is to own it'],
  ] as const) {
    expect(await adoptVerb(at, name)).toBe(false);
    expect(house.said.at(-1)).toContain(sentence);
  }
});

test('a member of a book whose owner is gone becomes its owner', async () => {
  const people = house.people();
  const owner = await people.claim('Owner');
  const member = await people.join(owner, 'Member', 'member');
  people.sql.exec("UPDATE membership SET role = 'viewer' WHERE role = 'owner'");
  expect(await adoptVerb(desk, 'Member')).toBe(true);
  expect((await member.call('GET', '/api/identity/me')).body.workspaces).toEqual([{ id: 'main', role: 'owner' }]);
  people.close();
});

test('somebody who lost their password is let in by a link from the machine, beside a running server', async () => {
  const people = house.people();
  await people.claim('Owner');
  expect(await letInVerb(house.deskWith({ PORT: '9000' }), 'Owner')).toBe(true);
  const [, secret] = house.said.map((sentence) => /^http:\/\/localhost:9000\/let-in#(.+)$/.exec(sentence)).find(Boolean) ?? [];
  const let_in = { secret, password: `${PASSWORD} more` };
  expect((await people.visitor().call('POST', '/api/identity/let-in', let_in)).status).toBe(200);
  const again = { name: 'Owner', password: `${PASSWORD} more` };
  expect((await people.visitor().call('POST', '/api/identity/sign-in', again)).status).toBe(200);
  people.close();
});

test('the link leads to where people reach the server', async () => {
  const people = house.people();
  await people.claim('Owner');
  people.close();
  await letInVerb(house.deskWith({ TAFFRAIL_ORIGIN: 'https://log.example.org' }), 'Owner');
  expect(house.said).toContainEqual(expect.stringMatching(/^https:\/\/log\.example\.org\/let-in#/));
  expect(await letInVerb(desk, 'Nobody')).toBe(false);
  expect(await letInVerb(desk, undefined)).toBe(false);
});
