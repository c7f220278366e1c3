import { describe, expect, test } from 'vitest';
import { idSchema, uuidV7 } from './id.ts';

const ones = () => new Uint8Array(10).fill(0xff);

describe('an id', () => {
  test('made here carries its moment, the version and the variant', () => {
    expect(uuidV7(0x0123456789ab, new Uint8Array(10))).toBe('01234567-89ab-7000-8000-000000000000');
    expect(uuidV7(0, ones())).toBe('00000000-0000-7fff-bfff-ffffffffffff');
  });

  test('made later sorts later', () => {
    expect(uuidV7(1_700_000_000_000, ones()) < uuidV7(1_700_000_000_001, new Uint8Array(10))).toBe(true);
  });

  test('leaves the bytes it was given alone', () => {
    const random = ones();
    uuidV7(1, random);
    expect(random).toEqual(ones());
  });

  test.each([
    [-1, 10],
    [2 ** 48, 10],
    [1.5, 10],
    [0, 9],
    [0, 16],
  ])('cannot be made from %d ms and %d bytes', (ms, length) => {
    expect(() => uuidV7(ms, new Uint8Array(length))).toThrow(RangeError);
  });

  test('of any version is accepted', () => {
    for (const id of [uuidV7(1, ones()), '3d813cbb-47fb-42ba-91df-831e1593ac29']) expect(idSchema.parse(id)).toBe(id);
  });

  test.each([
    '',
    'abc',
    '3D813CBB-47fb-42ba-91df-831e1593ac29',
    '3d813cbb47fb42ba91df831e1593ac29',
    '3d813cbb-47fb-42ba-91df-831e1593ac29\n',
    7,
    null,
  ])('is not %j', (input) => {
    expect(idSchema.safeParse(input).error?.issues).toMatchObject([{ message: 'an id is a lower-case UUID' }]);
  });
});
