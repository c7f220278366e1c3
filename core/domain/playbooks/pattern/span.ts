import { includes } from './characters.ts';
import type { Program } from './program.ts';
import { isAt, pointsOf } from './run.ts';

interface Thread {
  readonly step: number;
  /** Where what it would find begins. */
  readonly from: number;
}

/**
 * What a pattern finds first in a text, and as much of it as there is. Threads are kept in the order of where they began, and a step is
 * taken by the first that comes to it, so this too is done in the length of the text times that of the program.
 */
export function foundIn({ instructions, sets }: Program, text: string): string | undefined {
  const points = pointsOf(text);
  const seenAt = new Int32Array(instructions.length).fill(-1);
  let threads: Thread[] = [];
  let found: { readonly from: number; readonly to: number } | undefined;

  /** Goes on without taking a character, and notes what is found on the way. */
  function takingFrom({ step: first, from }: Thread, place: number): Thread[] {
    const taking: Thread[] = [];
    const waiting = [first];
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      const instruction = instructions[step];
      if (instruction === undefined || seenAt[step] === place) continue;
      seenAt[step] = place;
      if (instruction.does === 'find') found = { from, to: place };
      else if (instruction.does === 'take') taking.push({ step, from });
      else if (instruction.does === 'go') waiting.push(...instruction.to);
      else if (isAt(instruction.edge, points, place)) waiting.push(step + 1);
    }
    return taking;
  }

  for (let place = 0; place <= points.length; place++) {
    if (found === undefined) threads.push({ step: 0, from: place });
    const taking: Thread[] = [];
    for (const thread of threads) {
      // What began later than something found is not what is found first.
      if (found !== undefined && thread.from > found.from) break;
      taking.push(...takingFrom(thread, place));
    }
    const point = points[place];
    if (point === undefined || (taking.length === 0 && found !== undefined)) break;
    const fits = sets.map((characters) => includes(characters, point));
    threads = taking.flatMap(({ step, from }) => {
      const instruction = instructions[step];
      return instruction?.does === 'take' && fits[instruction.characters] ? [{ step: step + 1, from }] : [];
    });
  }
  return found && String.fromCodePoint(...points.slice(found.from, found.to));
}
