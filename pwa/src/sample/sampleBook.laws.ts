import { contexts } from '@taffrail/domain';
import { commandSchema, isRefusal, settle, uuidV7, type Versioned } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleWishes } from './sampleBook.ts';

it('every made-up trade is one the rules allow, whenever somebody asks for them', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true }), (date) => {
      const now = date.toISOString();
      const states = new Map<string, Versioned>();
      let made = 0;
      const nextId = () => uuidV7(date.getTime(), new Uint8Array(10).fill((made += 1)));
      for (const wish of sampleWishes(now, nextId)) {
        const command = commandSchema.parse({ ...wish, command_id: nextId() });
        const outcome = settle(
          contexts,
          command,
          ({ aggregate_type, aggregate_id }) => states.get(`${aggregate_type} ${aggregate_id}`),
          now,
        );
        if (isRefusal(outcome)) throw new Error(`${JSON.stringify(wish)}: ${outcome.sentence}`);
        for (const change of outcome.changes) states.set(`${change.aggregate_type} ${change.aggregate_id}`, change.after);
      }
      expect(states.size).toBeGreaterThan(20);
    }),
    { numRuns: 60 },
  );
});
