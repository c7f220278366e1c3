import type { Characters } from './characters.ts';
import type { Edge, Part } from './parse.ts';

export type Instruction =
  | { readonly does: 'take'; readonly characters: number }
  | { readonly does: 'pass'; readonly edge: Edge }
  | { readonly does: 'go'; readonly to: readonly number[] }
  | { readonly does: 'find' };

/** A pattern as steps between which a reader of the text can be in several at once. */
export interface Program {
  readonly instructions: readonly Instruction[];
  /** Named by place, so that each is asked once for each character however often it is repeated. */
  readonly sets: readonly Characters[];
}

/** How many instructions a part comes to, or a few more, known without writing them: repetitions of repetitions grow fast. */
export function sizeOf(part: Part): number {
  if (part.kind === 'character' || part.kind === 'edge') return 1;
  if (part.kind === 'sequence') return sumOf(part.parts);
  if (part.kind === 'choice') return sumOf(part.options) + 2 * (part.options.length - 1);
  const once = Math.max(1, sizeOf(part.part));
  return part.most === null ? part.least * once + once + 2 : part.least * once + (part.most - part.least) * (once + 1);
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + sizeOf(part), 0);

export function programOf(whole: Part): Program {
  const instructions: Instruction[] = [];
  const sets: Characters[] = [];
  const places = new Map<Characters, number>();

  function placeOf(characters: Characters): number {
    const known = places.get(characters);
    if (known !== undefined) return known;
    places.set(characters, sets.length);
    return sets.push(characters) - 1;
  }

  function write(part: Part): void {
    if (part.kind === 'character') instructions.push({ does: 'take', characters: placeOf(part.characters) });
    else if (part.kind === 'edge') instructions.push({ does: 'pass', edge: part.edge });
    else if (part.kind === 'sequence') part.parts.forEach(write);
    else if (part.kind === 'choice') writeChoice(part.options);
    else writeRepeat(part.part, part.least, part.most);
  }

  function writeChoice(options: readonly Part[]): void {
    const [first, ...others] = options;
    if (first === undefined) return;
    if (others.length === 0) return write(first);
    const fork = reserve();
    write(first);
    const leap = reserve();
    instructions[fork] = { does: 'go', to: [fork + 1, instructions.length] };
    writeChoice(others);
    instructions[leap] = { does: 'go', to: [instructions.length] };
  }

  function writeRepeat(part: Part, least: number, most: number | null): void {
    for (let time = 0; time < least; time++) write(part);
    if (most === null) return writeLoop(part);
    const forks = Array.from({ length: most - least }, () => {
      const fork = reserve();
      write(part);
      return fork;
    });
    for (const fork of forks) instructions[fork] = { does: 'go', to: [fork + 1, instructions.length] };
  }

  function writeLoop(part: Part): void {
    const fork = reserve();
    write(part);
    instructions.push({ does: 'go', to: [fork] });
    instructions[fork] = { does: 'go', to: [fork + 1, instructions.length] };
  }

  /** A place for an instruction that leads to where something not yet written will be. */
  const reserve = (): number => instructions.push({ does: 'find' }) - 1;

  write(whole);
  instructions.push({ does: 'find' });
  return { instructions, sets };
}
