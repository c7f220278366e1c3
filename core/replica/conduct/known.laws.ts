import { positionSeen, tradeSeen, verdictNow, type Book } from '@taffrail/domain/conduct';
import { sameJson } from '@taffrail/domain/kernel';
import type { PlaybookResponse } from '@taffrail/domain/playbooks';
import type { Account, Position } from '@taffrail/domain/tradelog';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { known, type Replica } from '../index.ts';
import { openDesk } from '../testing/desk.ts';
import { habit, wishesOf } from '../testing/habits.ts';
import { until } from '../testing/until.ts';

const LAW_TIMEOUT_MS = 60_000;

/** As a server tells it: from the states, each by itself. */
async function bookFromStates(replica: Replica): Promise<Book> {
  const [accounts, positions, responses] = await Promise.all([
    replica.states<Account>('account'),
    replica.states<Position>('position'),
    replica.states<PlaybookResponse>('playbook_response'),
  ]);
  const answers = responses.map(({ state: { subject, submission, position_id } }) => ({
    about: subject.type === 'position' ? subject.id : position_id,
    cap: submission?.evaluation.risk_cap_pct ?? null,
    intended_risk_pct: submission?.intended_risk_pct ?? null,
  }));
  const trades = positions.flatMap(({ state }) => {
    const account = accounts.find(({ id }) => id === state.account_id)?.state;
    const own = answers.filter(({ about }) => about === state.id);
    return (account && tradeSeen(positionSeen(state), own, account)) ?? [];
  });
  return { accounts: accounts.map(({ state }) => state), trades, rules: undefined, progress: undefined, settings: undefined };
}

/** A list is in the order in which its rows came; no verdict depends on it. */
function sameTrades(seen: Book | undefined, expected: Book): boolean {
  const inOrder = ({ trades }: Book) => trades.toSorted((a, b) => (a.position_id < b.position_id ? -1 : 1));
  return seen !== undefined && sameJson(inOrder(seen), inOrder(expected));
}

it(
  'a device sees of a book what its states alone lead to, and comes to the same verdict',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(habit, { maxLength: 40, size: 'max' }), async (habits) => {
        const desk = openDesk({ attached: false });
        const replica = await desk.openTab();
        const seen: (Book | undefined)[] = [];
        const stop = known(replica).book.subscribe((book) => void seen.push(book));
        for (const each of habits) await replica.dispatch(...(await wishesOf(each, replica)));
        const expected = await bookFromStates(replica);
        await until('the device has seen all of it', () => sameTrades(seen.at(-1), expected));
        for (const account of expected.accounts) {
          const asked = { now: replica.now(), account, intended: null, grade_cap_pct: null, halts: [] };
          expect(verdictNow(seen.at(-1)!, asked)).toEqual(verdictNow(expected, asked));
        }
        stop();
        await desk.close();
      }),
      { numRuns: 30 },
    ),
  LAW_TIMEOUT_MS,
);
