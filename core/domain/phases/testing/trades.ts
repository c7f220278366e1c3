import fc from 'fast-check';
import type { Id, Session } from '../../kernel/index.ts';
import type { Purse } from '../evidence.ts';
import type { ClockOf, Trade } from '../trade.ts';

export const NEW_YORK: Session = { zone: 'America/New_York', session_start: '00:00' };
export const inNewYork: ClockOf = () => NEW_YORK;

export const purse: Purse = { currency: 'USD', capital: '10000' };

export const idOf = (n: number): Id => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Opened and closed within the session of a day, unless it says otherwise. */
export function trade(n: number, day: string, net: string | null, more: Partial<Trade> = {}): Trade {
  return {
    position_id: idOf(n),
    account_id: idOf(1_000),
    opened_at: `${day}T15:00:00.000Z`,
    closed_at: `${day}T16:00:00.000Z`,
    currency: 'USD',
    net,
    r_multiple: null,
    ...more,
  };
}

const nets = { W: '100', L: '-50', B: '0' } as const;

/** W won, L lost, B broke even: one a day, beginning in January 2026. */
export function run(letters: string): readonly Trade[] {
  return Array.from(letters).map((letter, place) => {
    const day = Temporal.PlainDate.from('2026-01-01').add({ days: place });
    return trade(place + 1, day.toString(), nets[letter as keyof typeof nets]);
  });
}

const dayIn2026 = fc.integer({ min: 0, max: 40 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
const cents = (min: number, max: number) => fc.integer({ min, max }).map((n) => `${n < 0 ? '-' : ''}${Math.abs(n / 100).toFixed(2)}`);

export const someTrades: fc.Arbitrary<readonly Trade[]> = fc
  .array(
    fc.record({
      day: dayIn2026,
      minute: fc.integer({ min: 10, max: 59 }),
      net: fc.option(fc.oneof(fc.constant('0'), cents(-100_000, 100_000))),
      r_multiple: fc.option(cents(-500, 500)),
      currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
      open: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ day, minute, net, r_multiple, currency, open }, place) =>
      trade(place + 1, day, open ? null : net, {
        opened_at: `${day}T15:${minute}:00.000Z`,
        closed_at: open ? null : `${day}T16:${minute}:00.000Z`,
        r_multiple: open ? null : r_multiple,
        currency,
      }),
    ),
  );
