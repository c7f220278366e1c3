import { includes, wordCharacters } from './characters.ts';
import type { Edge } from './parse.ts';
import type { Instruction, Program } from './program.ts';

/**
 * Whether a pattern is found anywhere in a text. It goes through the text once with all places of the program it could be at,
 * each at most once for a character (Thompson's way), so the time is the length of the text times that of the program.
 */
export function isFound({ instructions, sets }: Program, text: string): boolean {
  const points = pointsOf(text);
  const seenAt = new Int32Array(instructions.length).fill(-1);
  let waiting: number[] = [];
  for (let place = 0; place <= points.length; place++) {
    // What is found may begin at any character.
    waiting.push(0);
    const taking = takingFrom(waiting, instructions, seenAt, points, place);
    if (taking === 'found') return true;
    const point = points[place];
    if (point === undefined) return false;
    const fits = sets.map((characters) => includes(characters, point));
    waiting = [];
    for (const step of taking) {
      const instruction = instructions[step];
      if (instruction?.does === 'take' && fits[instruction.characters]) waiting.push(step + 1);
    }
  }
  return false;
}

export const pointsOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

/** Where the program can go without taking a character, until only steps are left that take one. */
function takingFrom(
  waiting: number[],
  instructions: readonly Instruction[],
  seenAt: Int32Array,
  points: readonly number[],
  place: number,
): 'found' | number[] {
  const taking: number[] = [];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const instruction = instructions[step];
    if (instruction === undefined || seenAt[step] === place) continue;
    seenAt[step] = place;
    if (instruction.does === 'find') return 'found';
    if (instruction.does === 'take') taking.push(step);
    else if (instruction.does === 'go') for (const to of instruction.to) waiting.push(to);
    else if (isAt(instruction.edge, points, place)) waiting.push(step + 1);
  }
  return taking;
}

export function isAt(edge: Edge, points: readonly number[], place: number): boolean {
  if (edge === 'start') return place === 0;
  if (edge === 'end') return place === points.length;
  return (isWord(points[place - 1]) !== isWord(points[place])) === (edge === 'word_edge');
}

const isWord = (point: number | undefined): boolean => point !== undefined && includes(wordCharacters, point);
