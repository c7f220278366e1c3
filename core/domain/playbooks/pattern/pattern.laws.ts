import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFlawed, patternOf } from './pattern.ts';

const letters = ['a', 'b', 'Z', '5', '_', ' ', '-', '\n', 'é', '😀', '\u00A0', '\u2028'];
const text = fc.oneof(
  fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const signs = 'a b ( ) [ ] { } | * + ? ^ $ \\ . - , 1 9 d w s b B k : = ! <'.split(' ');

const literal = fc.constantFrom('a', 'b', 'Z', '5', '_', ' ', '-', 'é', '😀', '\\n', '\\.', '\\$');
const kind = fc.constantFrom('.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S');
const listItem = fc.constantFrom('a', 'b', 'a-f', 'A-Z', '0-9', '_', '\\-', '\\d', '\\W', '\\s', 'é', '😀', '\\]');
const bracketed = fc
  .tuple(fc.boolean(), fc.array(listItem, { maxLength: 3 }))
  .map(([isNegated, items]) => `[${isNegated ? '^' : ''}${items.join('')}]`);
const times = fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,}', '{0,2}', '{0}');

/** Regular expressions as anybody writes them, small enough for the language's own engine to be done with. */
const { source } = fc.letrec<{ source: string; choice: string; group: string; atom: string }>((tie) => ({
  atom: fc.oneof({ depthSize: 'small', withCrossShrink: true }, literal, kind, bracketed, tie('group')),
  group: fc.tuple(fc.constantFrom('(', '(?:'), tie('choice')).map(([open, inside]) => `${open}${inside})`),
  choice: fc
    .array(
      fc
        .array(
          fc.oneof(
            { weight: 6, arbitrary: fc.tuple(tie('atom'), times).map((pair) => pair.join('')) },
            { weight: 1, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
          ),
          { maxLength: 3 },
        )
        .map((parts) => parts.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((options) => options.join('|')),
  source: tie('choice'),
}));

describe('a pattern', () => {
  it("is found wherever the language's own expression is", () => {
    fc.assert(
      fc.property(source, fc.array(text, { minLength: 1, maxLength: 5 }), (written, texts) => {
        const pattern = patternOf(written);
        fc.pre(!isFlawed(pattern));
        // V8 finds no /[^a]$/u in an emoji (Node 26), unless it is told where to begin.
        const own = new RegExp(`^[^]*?(?:${written})`, 'u');
        expect(texts.map((each) => pattern.isIn(each))).toEqual(texts.map((each) => own.test(each)));
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds what the language's own expression could find first, and the longest of that", () => {
    fc.assert(
      fc.property(source, text, (written, searched) => {
        const pattern = patternOf(written);
        fc.pre(!isFlawed(pattern));
        const characters = Array.from(searched);
        const places = [...characters.keys(), characters.length];
        const fits = (from: number, to: number) =>
          new RegExp(`^[^]{${from}}(?:${written})(?=[^]{${characters.length - to}}$)(?<=^[^]{${to}})`, 'u').test(searched);
        const runs = places.flatMap((from) => places.toReversed().map((to) => [from, to] as const)).filter(([from, to]) => from <= to);
        const first = runs.find(([from, to]) => fits(from, to));
        expect(pattern.foundIn(searched)).toBe(first && characters.slice(...first).join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('is taken or has a flaw, whatever is written', () => {
    const noise = fc.array(fc.constantFrom(...signs), { maxLength: 200 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 300 })), (written) => {
        const pattern = patternOf(written);
        if (isFlawed(pattern)) expect(pattern.flaw.length).toBeGreaterThan(0);
        else expect(pattern.isIn('ab 19')).toBeTypeOf('boolean');
      }),
    );
  });
});
