import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStreamReader } from './eventStream.ts';

const message = fc.record({ event: fc.constantFrom('message', 'start-over'), data: fc.json() });
const pauses = fc.constantFrom(': still here\n\n', 'id: log:1\n\n', 'retry: 1000\n\n');

describe('a stream of messages', () => {
  it('is the same messages wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(message), pauses, fc.array(fc.nat(50)), (messages, pause, cuts) => {
        const lines = ({ event, data }: { event: string; data: string }): string =>
          `id: log:1\n${event === 'message' ? '' : `event: ${event}\n`}data: ${data}\n\n`;
        let text = messages.map((one) => lines(one) + pause).join('');
        const read = openStreamReader();
        const heard = cuts.flatMap((cut) => {
          const piece = text.slice(0, cut);
          text = text.slice(cut);
          return read(piece);
        });
        expect([...heard, ...read(text)]).toEqual(messages.flatMap((one) => [one, { event: 'pause', data: '' }]));
      }),
    );
  });
});
