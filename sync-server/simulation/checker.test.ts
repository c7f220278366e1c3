import { refusalsFrom } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import type { Answer, ServerContext, Sql, Workspace } from '../src/workspace/index.ts';
import { honestMake, type ServerMake } from './serverMake.ts';
import { simulate } from './simulate.ts';

/** A checker that never finds anything proves nothing, so each of these servers has one thing wrong, and must be found out. */
const MOST_SEEDS = 40;

async function firstFinding(wrong: Partial<ServerMake>): Promise<string> {
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    const { failures } = await simulate(seed, { make: { ...honestMake, ...wrong } });
    if (failures[0] !== undefined) return failures[0];
  }
  return 'nothing was found';
}

function every(nth: number): () => boolean {
  let times = 0;
  return () => (times += 1) % nth === 0;
}

const withSql =
  (change: (sql: Sql) => Partial<Sql>) =>
  (sql: Sql): Sql => ({ ...sql, ...change(sql) });

const withWorkspace =
  (change: (workspace: Workspace) => Partial<Workspace>) =>
  (workspace: Workspace): Workspace =>
    Object.assign(Object.create(workspace) as Workspace, change(workspace));

test('receipts that are not looked at', async () => {
  const sql = withSql((honest) => ({
    all: (text, ...params) => (text.includes('FROM receipt WHERE') ? [] : honest.all(text, ...params)),
    run: (text, ...params) => honest.run(text.replace('INSERT INTO receipt', 'INSERT OR REPLACE INTO receipt'), ...params),
  }));
  expect(await firstFinding({ sql })).toMatch(/was answered accepted .*, and later refused/);
});

test('a log that now and then leaves out a fact', async () => {
  const skips = every(200);
  const workspace = withWorkspace((honest) => ({ facts: (after, limit) => honest.facts(after, limit).filter(() => !skips()) }));
  expect(await firstFinding({ workspace })).toMatch(/the log goes on at \d+ behind \d+/);
});

test('answers given before the commit that then does not hold', async () => {
  const workspace = withWorkspace((honest) => ({
    async submitInOrder(commands, actor) {
      try {
        return await honest.submitInOrder(commands, actor);
      } catch {
        const last = honest.facts(honest.lastSeq - 1, 1);
        return commands.map(({ command_id }): Answer => ({
          outcome: 'accepted',
          command_id,
          recorded_at: honest.now(),
          version: 1,
          facts: last,
        }));
      }
    },
  }));
  expect(await firstFinding({ workspace })).toMatch(/was acknowledged, and not all of its facts are stored|was answered .*, and later/);
});

test('an answer told differently the second time', async () => {
  const workspace = withWorkspace((honest) => ({
    async submitInOrder(commands, actor) {
      const answers = await honest.submitInOrder(commands, actor);
      return answers.map((answer) => (answer.outcome === 'duplicate' ? { ...answer, version: answer.version + 1 } : answer));
    },
  }));
  expect(await firstFinding({ workspace })).toMatch(/was answered accepted .*, and later accepted/);
});

test('a state that is not written down', async () => {
  const forgets = every(60);
  const sql = withSql((honest) => ({
    run: (text, ...params) =>
      text.includes('INTO aggregate') && params[0] === 'position' && forgets() ? undefined : honest.run(text, ...params),
  }));
  expect(await firstFinding({ sql })).toMatch(/state_differs|sees .* otherwise|jumps from version|UNIQUE constraint failed/);
});

test('a table row that is not written down', async () => {
  const forgets = every(20);
  const sql = withSql((honest) => ({
    run: (text, ...params) => (text.includes('INTO tradelog_fill') && forgets() ? undefined : honest.run(text, ...params)),
  }));
  expect(await firstFinding({ sql })).toMatch(/table_differs/);
});

test('a transaction that fails and keeps what it had written', async () => {
  const sql = withSql((honest) => ({
    transaction<T>(work: () => T): T {
      let outcome: (() => T) | undefined;
      honest.transaction(() => {
        try {
          const result = work();
          outcome = () => result;
        } catch (error) {
          outcome = () => {
            throw error;
          };
        }
      });
      if (!outcome) throw new Error('a transaction runs its work');
      return outcome();
    },
  }));
  expect(await firstFinding({ sql })).toMatch(
    /facts follow each other without a gap|UNIQUE constraint failed|receipt_differs|state_differs/,
  );
});

test('a request that ends up in the wrong book', async () => {
  const strays = every(90);
  const workspaceIdOf = (asked: string): string => (strays() ? 'scalp' : asked);
  expect(await firstFinding({ workspaceIdOf })).not.toBe('nothing was found');
});

test('a server that decides by other rules than its devices', async () => {
  expect(await firstFinding({ contexts: capricious('RecordFill') })).toMatch(/the server account_closed/);
});

test('a job that is forgotten', async () => {
  const contexts = honestMake.contexts.map((server) => ({
    ...server,
    jobs: Object.fromEntries(Object.keys(server.jobs ?? {}).map((kind) => [kind, stuck])),
  }));
  expect(await firstFinding({ contexts })).toMatch(/was due at .* and has not been done/);
});

const stuck = (): Promise<never> => new Promise(() => {});

const { account_closed } = refusalsFrom({ account_closed: () => 'Not today.' });

/** One of ten decisions of a rule is refused without a reason. */
function capricious(type: string): readonly ServerContext[] {
  const now = every(10);
  const rules = (commands: ServerContext['context']['commands']) =>
    commands.map((rule) =>
      rule.type === type
        ? { ...rule, decide: (...asked: Parameters<typeof rule.decide>) => (now() ? account_closed() : rule.decide(...asked)) }
        : rule,
    );
  return honestMake.contexts.map((server) => ({ ...server, context: { ...server.context, commands: rules(server.context.commands) } }));
}
