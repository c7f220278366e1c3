import { describe, expect, it } from 'vitest';
import { fieldInputSchema } from './field.ts';

const volume = { key: 'volume', label: 'Volume above average', type: 'boolean' };

const problemWith = (field: unknown) => fieldInputSchema.safeParse(field).error?.issues[0]?.message;

describe('a field', () => {
  it('is optional, weighs 1 and takes a comment, unless it says otherwise', () => {
    const rest = { help: null, required: false, weight: '1', allow_comment: true, validation: {} };
    expect(fieldInputSchema.parse(volume)).toEqual({ ...volume, ...rest });
  });

  it('rates from 1 to 5, unless it says otherwise', () => {
    expect(fieldInputSchema.parse({ ...volume, type: 'rating' }).validation).toEqual({ min: '1', max: '5' });
    expect(fieldInputSchema.parse({ ...volume, type: 'rating', validation: { max: 10 } }).validation).toEqual({ min: '1', max: '10' });
  });

  it.each([0, '0', 0.5, '999.9999', 1000])('may weigh %j', (weight) => {
    expect(fieldInputSchema.parse({ ...volume, weight }).weight).toBe(String(weight));
  });

  it.each([
    ['no key', { key: '' }, 'a key begins with a small letter, followed by small letters, digits and _'],
    ['capitals in its key', { key: 'Volume' }, 'a key begins with a small letter, followed by small letters, digits and _'],
    ['a prototype for a key', { key: '__proto__' }, 'a key begins with a small letter, followed by small letters, digits and _'],
    ['a key that programs keep', { key: 'constructor' }, 'is a word that programs keep for themselves; choose another key'],
    ['a key without end', { key: 'k'.repeat(129) }, 'a key is at most 128 characters long'],
    ['a negative weight', { weight: -1 }, 'must be at least 0; this is -1'],
    ['a weight beyond measure', { weight: 1e308 }, 'write a plain decimal number such as -1.25'],
    ['a weight just too heavy', { weight: '1000.0001' }, 'must be at most 1000; this is 1000.0001'],
    ['a weight too fine', { weight: '0.00001' }, 'at most 4 decimals are kept; this has 5'],
    ['options it cannot have', { validation: { options: ['a', 'b'] } }, 'options means nothing for a boolean field; leave it out'],
    ['no options for a choice', { type: 'select' }, 'a select field needs its options'],
    ['one option', { type: 'select', validation: { options: ['a'] } }, 'a choice has at least 2 options'],
    ['the same option twice', { type: 'select', validation: { options: ['a', 'a'] } }, 'the same option is there twice'],
    ['bounds that cross', { type: 'number', validation: { min: '10', max: '9.5' } }, 'the least, 10, is more than the most, 9.5'],
    ['half a rating', { type: 'rating', validation: { min: 0.5 } }, 'ratings are whole numbers; these run from 0.5 to 5'],
    ['ratings without end', { type: 'rating', validation: { max: 11 } }, 'ratings end at 10 at most; these at 11'],
    ['ratings below zero', { type: 'rating', validation: { min: -1 } }, 'ratings begin at 0 or above; these at -1'],
    [
      'a pattern without end',
      { type: 'text', validation: { regex: 'a'.repeat(10_000) } },
      'a pattern has at most 200 characters; this has 10000',
    ],
    [
      'a pattern that looks behind',
      { type: 'text', validation: { regex: '(?<=a)b' } },
      'looking ahead or behind is not supported; say what the text itself is like',
    ],
    ['bounds on rich text', { type: 'rich_text', validation: { min: 1 } }, 'min means nothing for a rich text field; leave it out'],
  ])('is refused with %s', (_, wrong, problem) => {
    expect(problemWith({ ...volume, ...wrong })).toBe(problem);
  });
});
