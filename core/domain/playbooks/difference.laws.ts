import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Content } from './content.ts';
import { differenceOf, isSame } from './difference.ts';
import { content } from './testing/contents.ts';

const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);

/** Two versions that have most of their fields in common. */
const versions: fc.Arbitrary<readonly [Content, Content]> = content.chain((from) =>
  fc
    .record({ kept: fc.shuffledSubarray(from.fields, { minLength: 1 }), other: fc.oneof(fc.constant(from), content) })
    .map(({ kept, other }) => [from, { ...other, fields: kept }] as const),
);

describe('the difference between two versions', () => {
  it('is empty exactly where they say the same', () => {
    fc.assert(
      fc.property(fc.oneof(versions, fc.tuple(content, content)), ([from, to]) => {
        expect(isSame(differenceOf(from, to))).toBe(isDeepStrictEqual(from, to));
        expect(isSame(differenceOf(from, structuredClone(from)))).toBe(true);
      }),
    );
  });

  it('added on the way there is removed on the way back, and as many move', () => {
    fc.assert(
      fc.property(fc.oneof(versions, fc.tuple(content, content)), ([from, to]) => {
        const [there, back] = [differenceOf(from, to).fields, differenceOf(to, from).fields];
        expect(keysOf(there.added)).toEqual(keysOf(back.removed));
        expect(there.moved.length).toBe(back.moved.length);
      }),
    );
  });

  it('leaves those that do not move in their old order', () => {
    fc.assert(
      fc.property(versions, ([from, to]) => {
        const { removed, moved } = differenceOf(from, to).fields;
        const gone = new Set([...keysOf(removed), ...keysOf(moved)]);
        const standing = (fields: Content['fields']) => keysOf(fields).filter((key) => !gone.has(key));
        expect(standing(to.fields)).toEqual(standing(from.fields));
      }),
    );
  });
});
