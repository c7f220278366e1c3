import { groundOf, positionSeen, tradeSeen, verdictNow, wishesToKeep } from '@taffrail/domain/conduct';
import type { Breach, Judgement, MeasuredSession } from '@taffrail/domain/discipline';
import { addMs, type Instant } from '@taffrail/domain/kernel';
import { standingOf, usualSettings } from '@taffrail/domain/phases';
import type { Position } from '@taffrail/domain/tradelog';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsIn, type BookSeen } from './book.ts';
import { type Desk, openDesk } from './testing/desk.ts';

const HOUR_MS = 3_600_000;

type Step =
  | { readonly does: 'trades'; readonly hoursAgo: number; readonly held: number; readonly net: number; readonly account: number }
  | { readonly does: 'corrects'; readonly trade: number; readonly net: number }
  | { readonly does: 'moves the entry of'; readonly trade: number; readonly hours: number }
  | { readonly does: 'sets rules'; readonly losses: number; readonly trades: number | null }
  | { readonly does: 'begins phases' }
  | { readonly does: 'waits'; readonly hours: number };

const place = fc.nat(20);
const net = fc.integer({ min: -3, max: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('trades' as const),
      hoursAgo: fc.integer({ min: 3, max: 120 }),
      held: fc.integer({ min: 1, max: 30 }),
      net,
      account: fc.nat(1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('corrects' as const), trade: place, net }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('moves the entry of' as const), trade: place, hours: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('sets rules' as const),
      losses: fc.integer({ min: 1, max: 4 }),
      trades: fc.option(fc.integer({ min: 1, max: 4 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('begins phases' as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('waits' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);

interface Story {
  readonly desk: Desk;
  readonly accounts: readonly string[];
  readonly trades: string[];
}

async function take({ desk, accounts, trades }: Story, taken: Step): Promise<void> {
  const now = desk.workspace.now();
  if (taken.does === 'trades') {
    const opened = addMs(now, -taken.hoursAgo * HOUR_MS);
    const closed = addMs(opened, Math.min(taken.held, taken.hoursAgo - 1) * HOUR_MS);
    const { body } = await desk.trade({ opened, closed, net: String(taken.net), account: accounts[taken.account]! });
    trades.push(body.id as string);
  }
  const id = 'trade' in taken ? trades[taken.trade % trades.length] : undefined;
  if (taken.does === 'corrects' && id !== undefined) await correct(desk, id, 1, () => ({ price: String(100 + taken.net) }));
  if (taken.does === 'moves the entry of' && id !== undefined) {
    await correct(desk, id, 0, ({ occurred_at }) => ({ occurred_at: addMs(occurred_at, -taken.hours * HOUR_MS) }));
  }
  if (taken.does === 'sets rules') {
    const present = (await desk.get('/api/settings/trading-rules')).headers.get('etag');
    const body = { max_losses_row_day: taken.losses, max_trades_per_day: taken.trades };
    await desk.call('PUT', '/api/settings/trading-rules', body, present === null ? {} : { 'if-match': present });
  }
  if (taken.does === 'begins phases') await desk.post('/api/phases/begin', { phase: 'trial' });
  if (taken.does === 'waits') desk.book.sleep(taken.hours * HOUR_MS);
}

/** One that changes nothing is refused, which is nobody's business here. */
async function correct(desk: Desk, id: string, fill: number, change: (fill: { readonly occurred_at: Instant }) => object): Promise<void> {
  const { body } = await desk.get(`/api/positions/${id}`);
  const path = `/api/positions/${id}/fills/${body.fills[fill].id}`;
  await desk.call('PATCH', path, { corrected: change(body.fills[fill]), reason: 'Typed wrong' }, { 'if-match': String(body.version) });
}

const statesOf = <State>({ workspace }: Desk, type: string): State[] =>
  workspace
    .read((sql) => sql.all<{ state: string }>('SELECT state FROM aggregate WHERE aggregate_type = ?', type))
    .map(({ state }) => JSON.parse(state) as State);

/** The book as a device has it, from states alone and with all there is. */
function bookFromStates(desk: Desk): BookSeen {
  const terms = termsIn(desk.workspace);
  const accountOf = (id: string) => terms.accounts.find((account) => account.id === id)!;
  const positions = statesOf<Position>(desk, 'position').map(positionSeen);
  return { ...terms, trades: positions.flatMap((position) => tradeSeen(position, [], accountOf(position.account_id)) ?? []) };
}

/** What looking at everything would still put on the record. */
function lacking(desk: Desk) {
  const kept = {
    judgements: statesOf<Judgement>(desk, 'judgement'),
    breaches: statesOf<Breach>(desk, 'breach'),
    sessions: statesOf<MeasuredSession>(desk, 'trading_session'),
  };
  return wishesToKeep({ now: desk.workspace.now(), book: bookFromStates(desk), before: undefined, kept });
}

async function expectSameAnswers(desk: Desk): Promise<void> {
  const now = desk.workspace.now();
  const book = bookFromStates(desk);
  for (const account of book.accounts) {
    const verdict = verdictNow(book, { now, account, intended: null, grade_cap_pct: null, halts: [] });
    expect((await desk.get(`/api/verdict?account_id=${account.id}`)).body).toEqual(verdict);
  }
  expect((await desk.get('/api/phases')).body).toMatchObject(standingOf(groundOf(book), now));
}

test('whatever happens in whatever order: once it was kept nothing is left to record, and its doors say what a device with the whole book says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const desk = await openDesk();
      const euros = await desk.openAccount({ name: 'Euros', currency: 'EUR', zone: 'Asia/Tokyo' });
      await desk.put('/api/phases/settings', usualSettings);
      const story: Story = { desk, accounts: [desk.accountId, euros], trades: [] };
      for (const [at, taken] of steps.entries()) {
        await take(story, taken);
        if (at % 3 === 0) await desk.settle();
        if (at % 5 === 0) await expectSameAnswers(desk);
      }
      await desk.settle();
      await desk.settle();
      expect(lacking(desk)).toEqual([]);
      await expectSameAnswers(desk);
      const { lastSeq } = desk.workspace;
      await desk.settle();
      expect(desk.workspace.lastSeq).toBe(lastSeq);
    }),
    { numRuns: 40 },
  );
}, 60_000);
