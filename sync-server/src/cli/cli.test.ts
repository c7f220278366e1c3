import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serverContexts } from '../contexts.ts';
import { openBook } from '../host/index.ts';
import { readConfig, type Config } from '../operations/index.ts';
import { dataFolderAt, lockDataFolder, openSqlite } from '../storage/index.ts';
import { command, newId } from '../workspace/testing/bench.ts';
import { backupVerb } from './backup.ts';
import { exportVerb } from './exportBook.ts';
import { importVerb } from './importBook.ts';
import { rebuildVerb } from './rebuild.ts';
import { restoreVerb } from './restore.ts';
import type { Desk, Verb } from './verb.ts';
import { verifyVerb } from './verify.ts';

describe('the command line', () => {
  let root: string;
  let said: string[];
  let desk: Desk;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'taffrail-cli-'));
    said = [];
    desk = deskWith({});
    const book = open();
    const accountId = newId();
    await book.workspace.submit(command('OpenAccount', accountId, { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'UTC' }), 'test');
    await book.workspace.submit(
      command('CreatePosition', newId(), {
        account_id: accountId,
        symbol: 'ACME',
        legs: [{ id: newId(), instrument_type: 'stock', quantity: '1' }],
        tags: ['=cmd()'],
      }),
      'test',
    );
    book.close();
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function deskWith(env: { [name: string]: string }): Desk {
    return {
      config: readConfig(env) as Config,
      data: dataFolderAt(join(root, 'data')),
      workspaceId: 'main',
      say: (sentence) => void said.push(sentence),
    };
  }

  function open() {
    const observer = { committed: () => {}, takenBack: () => {}, failed: () => {} };
    return openBook('main', { set: () => {} }, { data: desk.data, contexts: serverContexts, observer, hostJobs: () => ({}) });
  }

  const run = (verb: Verb, operand?: string, at = desk) => verb(at, operand);
  const damage = (statements: string) => {
    const sqlite = openSqlite(desk.data.filesOf('main').book);
    sqlite.sql.exec(statements);
    sqlite.close();
  };

  test('verify says what it proved, also while a server has the book open', async () => {
    const book = open();
    expect(await run(verifyVerb)).toBe(true);
    expect(said).toEqual([
      expect.stringMatching(/^2 facts, chain intact up to [\da-f]{12}, states and tables equal the fold of the facts\.$/),
    ]);
    book.close();
  });

  test('rebuild mends states and tables, and nothing can mend facts', async () => {
    damage("UPDATE tradelog_position SET symbol = 'OTHER'; DELETE FROM aggregate WHERE aggregate_type = 'account';");
    expect(await run(verifyVerb)).toBe(false);
    expect(said.at(-1)).toContain('run "rebuild"');
    expect(await run(rebuildVerb)).toBe(true);
    expect(await run(verifyVerb)).toBe(true);
    damage("DROP TRIGGER facts_are_never_edited; UPDATE fact SET actor = 'mallory' WHERE event_seq = 1;");
    await run(rebuildVerb);
    expect(await run(verifyVerb)).toBe(false);
    expect(said).toContain('Fact 1 is not what was recorded, or follows another fact than it did.');
  });

  test.each([
    ['in the clear', {}],
    ['encrypted', { TAFFRAIL_BACKUP_KEY: 'correct horse battery' }],
  ])('a backup %s brings back what was there, as another log', async (_, env) => {
    const keyed = deskWith(env);
    expect(await run(backupVerb, undefined, keyed)).toBe(true);
    const [backup] = readdirSync(desk.data.backups).map((name) => join(desk.data.backups, name));
    const before = open();
    const { logId, lastSeq } = before.workspace;
    await before.workspace.submit(
      command('OpenAccount', newId(), { name: 'Later', broker: 'Paper', currency: 'EUR', zone: 'UTC' }),
      'test',
    );
    before.close();

    expect(await run(restoreVerb, backup, keyed)).toBe(true);
    expect(await run(verifyVerb)).toBe(true);
    const after = open();
    expect(after.workspace.lastSeq).toBe(lastSeq);
    expect(after.workspace.logId).not.toBe(logId);
    after.close();
    expect(readdirSync(join(desk.data.path, 'replaced'))).toHaveLength(1);
  });

  test('a damaged backup is not restored, and the book stays', async () => {
    await run(backupVerb);
    const [name = ''] = readdirSync(desk.data.backups);
    const path = join(desk.data.backups, name);
    const bytes = readFileSync(path);
    const place = bytes.length - 40;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(path, bytes);
    expect(await run(restoreVerb, path)).toBe(false);
    expect(await run(verifyVerb)).toBe(true);
  });

  test('an export fills an empty workspace with the same book, and is safe to open in a spreadsheet', async () => {
    const target = join(root, 'export');
    expect(await run(exportVerb, target)).toBe(true);
    expect(readdirSync(target).toSorted()).toEqual([
      'about.json',
      'accounts.json',
      'attachments.json',
      'breaches.jsonl',
      'documents.jsonl',
      'facts.jsonl',
      'fills.csv',
      'journal_entries.json',
      'orders.json',
      'phase-history.jsonl',
      'phase-overrides.jsonl',
      'playbook_responses.jsonl',
      'playbook_versions.jsonl',
      'playbooks.jsonl',
      'positions.csv',
      'positions.json',
      'receipts.jsonl',
      'sessions.jsonl',
      'strategies.jsonl',
      'strategy_templates.jsonl',
    ]);
    expect(readFileSync(join(target, 'positions.csv'), 'utf8')).toContain("'=cmd()");
    expect(await run(exportVerb, target)).toBe(false);
    expect(await run(importVerb, target)).toBe(false);
    expect(said.at(-1)).toContain('holds 2 facts and 0 documents already');

    const other = { ...desk, workspaceId: 'copy' };
    expect(await run(importVerb, target, other)).toBe(true);
    expect(await run(verifyVerb, undefined, other)).toBe(true);
    const again = join(root, 'again');
    await run(exportVerb, again, other);
    const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
    for (const name of ['facts.jsonl', 'receipts.jsonl']) expect(read(again, name)).toBe(read(target, name));
    expect(JSON.parse(read(again, 'positions.json'))).toEqual(JSON.parse(read(target, 'positions.json')));
  });

  test('strategies go out readable, and come in as they were drawn', async () => {
    const book = open();
    const leg = { instrument_type: 'option', expiry: '2030-03-15', strike: '105', right: 'call', exercise: 'american', multiplier: '100' };
    const legs = [{ id: newId(), ...leg, quantity: '-1', volatility: '0.31' }];
    await book.workspace.submit(command('AddStrategy', newId(), { symbol: 'ACME', underlying: 'ACME', legs, label: 'Call sold' }), 'test');
    book.close();
    const target = join(root, 'export');
    expect(await run(exportVerb, target)).toBe(true);
    const strategies = readFileSync(join(target, 'strategies.jsonl'), 'utf8');
    expect(JSON.parse(strategies)).toMatchObject({ label: 'Call sold', legs, versions: [{ change_type: 'created' }] });
    const other = { ...desk, workspaceId: 'copy' };
    expect(await run(importVerb, target, other)).toBe(true);
    expect(await run(verifyVerb, undefined, other)).toBe(true);
    const again = join(root, 'again');
    await run(exportVerb, again, other);
    expect(JSON.parse(readFileSync(join(again, 'strategies.jsonl'), 'utf8'))).toEqual(JSON.parse(strategies));
  });

  describe('beside a running server', () => {
    let release: () => void;
    beforeEach(() => {
      release = lockDataFolder(desk.data.lock).release;
    });
    afterEach(() => release());

    test('what would change the book under it is refused', async () => {
      await run(backupVerb);
      const [name = ''] = readdirSync(desk.data.backups);
      expect(await run(rebuildVerb)).toBe(false);
      expect(await run(restoreVerb, join(desk.data.backups, name))).toBe(false);
      expect(said.filter((sentence) => sentence.startsWith('Another Taffrail is using this data folder'))).toHaveLength(2);
    });
  });

  test('a workspace that is not there is said to be missing, and none is made', async () => {
    const nowhere = { ...desk, workspaceId: 'nowhere' };
    for (const verb of [verifyVerb, rebuildVerb, backupVerb]) expect(await run(verb, undefined, nowhere)).toBe(false);
    expect(desk.data.workspaceIds()).toEqual(['main']);
  });
});
