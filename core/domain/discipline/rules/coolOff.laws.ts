import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMs } from '../../kernel/index.ts';
import { namedTrades } from '../finding.ts';
import { tradedDay } from '../results.ts';
import { tradingRulesSchema } from '../ruleBook.ts';
import { trade } from '../testing/trades.ts';
import { byClosing, byOpening } from '../trade.ts';
import { coolOffFindings } from './coolOff.ts';

const DAY = '2025-10-21';
const minuteOf = (minute: number): string => addMs(`${DAY}T10:00:00.000Z`, minute * 60_000);

/** Close together, so that many are opened and closed in the same minute. */
const trades = fc
  .array(fc.record({ opened: fc.nat(20), lasts: fc.nat(4), net: fc.constantFrom('-1', '-1', '1', '0', null) }), { maxLength: 30 })
  .map((list) =>
    list.map(({ opened, lasts, net }, place) => trade(`${place}`, minuteOf(opened + lasts), net, { opened_at: minuteOf(opened) })),
  );

test('a trade is early exactly where the results before it, without its own, end in so many losses so few minutes ago', () => {
  fc.assert(
    fc.property(trades, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }), (day, after_losses, minutes) => {
      const early = day.toSorted(byOpening).filter((one) => {
        const before = day
          .filter((other) => other !== one && other.net !== null && (other.closed_at ?? '') <= one.opened_at)
          .toSorted(byClosing);
        const last = before.slice(-after_losses);
        const isPause = last.length === after_losses && last.every(({ net }) => Number(net) < 0);
        return isPause && one.opened_at < addMs(last.at(-1)?.closed_at ?? '', minutes * 60_000);
      });
      const [finding] = coolOffFindings(tradedDay(DAY, day), tradingRulesSchema.parse({ cool_off: { after_losses, minutes } }));
      expect(finding?.figure ?? '0').toBe(String(early.length));
      expect(finding?.position_ids ?? []).toEqual(namedTrades(early));
    }),
    { numRuns: 500 },
  );
});
