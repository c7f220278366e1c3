import { instantFromMs } from '@taffrail/domain/kernel';
import { describe, expect, test, vi } from 'vitest';
import { portLaws } from '../workspace/testing/portLaws.ts';
import { afterThisTick, randomIds, ringAt, sha256, systemClock } from './nodePorts.ts';

portLaws('this machine', () => ({ clock: systemClock, ids: randomIds(), sha256, defer: afterThisTick }));

describe('an alarm', () => {
  test('rings at its time and not before, however far away', () => {
    vi.useFakeTimers({ now: 0 });
    let rung = 0;
    ringAt(instantFromMs(40 * 86_400_000), () => (rung += 1));
    vi.advanceTimersByTime(40 * 86_400_000 - 1);
    expect(rung).toBe(0);
    vi.advanceTimersByTime(1);
    expect(rung).toBe(1);
    vi.useRealTimers();
  });

  test('that is past rings at once, and one called off never does', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    let rung = 0;
    ringAt(instantFromMs(5), () => (rung += 1));
    ringAt(instantFromMs(1_000_500), () => (rung += 1))();
    vi.advanceTimersByTime(10_000);
    expect(rung).toBe(1);
    vi.useRealTimers();
  });
});
