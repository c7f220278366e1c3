import { describe, expect, test } from 'vitest';
import { paced } from './pace.ts';

/** A clock that moves when it is told to, and on which work takes as long as it says. */
function openClock() {
  let nowMs = 0;
  let waiting: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => nowMs,
    after(work: () => void, delayMs: number) {
      const entry = { at: nowMs + delayMs, work };
      waiting.push(entry);
      return () => void (waiting = waiting.filter((each) => each !== entry));
    },
    takes: (ms: number) => void (nowMs += ms),
    moves(ms: number) {
      nowMs += ms;
      const due = waiting.filter(({ at }) => at <= nowMs);
      waiting = waiting.filter(({ at }) => at > nowMs);
      for (const { work } of due) work();
    },
  };
}

describe('work at a pace', () => {
  test('is done once for however often it is asked, and not before a pause', () => {
    const clock = openClock();
    let done = 0;
    const pace = paced(() => void (done += 1), clock);
    for (let time = 0; time < 10_000; time++) pace.ask();
    expect(done).toBe(0);
    clock.moves(50);
    expect(done).toBe(1);
    clock.moves(5_000);
    expect(done).toBe(1);
  });

  test('that takes long is done less often, up to once a second', () => {
    const clock = openClock();
    let done = 0;
    let takesMs = 20;
    const pace = paced(() => {
      done += 1;
      clock.takes(takesMs);
    }, clock);
    const askFor = (ms: number) => {
      for (let at = 0; at < ms; at += 10) {
        pace.ask();
        clock.moves(10);
      }
    };
    askFor(5_000);
    expect(done).toBeLessThanOrEqual(6);
    expect(done).toBeGreaterThan(3);
    takesMs = 0;
    askFor(2_000);
    const before = done;
    askFor(1_000);
    expect(done - before).toBeGreaterThan(15);
  });

  test('that a person waits for is done at once, and once', () => {
    const clock = openClock();
    let done = 0;
    const pace = paced(() => {
      done += 1;
      clock.takes(20);
    }, clock);
    pace.ask();
    clock.moves(20);
    pace.ask();
    clock.moves(100);
    expect(done).toBe(1);
    for (let time = 0; time < 5; time++) {
      pace.hurry();
      clock.moves(4);
    }
    expect(done).toBe(2);
  });

  test('that was stopped is not done', () => {
    const clock = openClock();
    let done = 0;
    const pace = paced(() => void (done += 1), clock);
    pace.ask();
    pace.stop();
    clock.moves(5_000);
    expect(done).toBe(0);
  });
});
