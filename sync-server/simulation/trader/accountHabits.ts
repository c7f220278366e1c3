import type { Account } from '@taffrail/domain/tradelog';
import { someOf, type Habit } from './desk.ts';

const CLOCKS = [
  { zone: 'America/New_York', session_start: '00:00' },
  { zone: 'America/Chicago', session_start: '17:00' },
  { zone: 'Europe/London' },
  { zone: 'Asia/Tokyo', session_start: '08:45' },
] as const;

const isOpen = ({ closed }: Account): boolean => !closed;

export const accountHabits: readonly Habit[] = [
  {
    // Few accounts, so that the positions in them can be merged and their fills moved.
    weight: 8,
    think: ({ random, accounts, newId }) =>
      accounts.filter(({ state }) => isOpen(state)).length < 2 || random.chance(0.02)
        ? {
            type: 'OpenAccount',
            aggregate_id: newId(),
            payload: {
              name: `Account ${accounts.length + 1}`,
              broker: random.pick(['North', 'South']),
              currency: random.pick(['USD', 'USD', 'USD', 'USD', 'EUR', 'EUR', 'EUR', 'JPY']),
              ...random.pick(CLOCKS),
            },
          }
        : undefined,
  },
  {
    weight: 2,
    think({ random, accounts }) {
      const account = someOf(random, accounts, isOpen);
      const payload = random.pick([
        { name: `Renamed ${random.between(1, 99)}` },
        { account_max_risk_pct: String(random.between(1, 5)) },
        { broker: `East ${random.between(1, 9)}` },
      ]);
      return account && { type: 'ChangeAccount', aggregate_id: account.id, expected_version: account.version, payload };
    },
  },
  {
    weight: 0.4,
    think({ random, accounts }) {
      const account = accounts.length > 1 ? someOf(random, accounts, isOpen) : undefined;
      return account && { type: 'CloseAccount', aggregate_id: account.id, expected_version: account.version, payload: {} };
    },
  },
  {
    weight: 4,
    think({ random, accounts }) {
      const account = someOf(random, accounts, ({ closed }) => closed);
      return account && { type: 'ReopenAccount', aggregate_id: account.id, expected_version: account.version, payload: {} };
    },
  },
];
