import { describe, expect, it } from 'vitest';
import { richTextOf } from '../kernel/index.ts';
import { answerTo } from './answer.ts';
import { fieldInputSchema } from './field.ts';

const fieldOf = (type: string, validation = {}, required = false) =>
  fieldInputSchema.parse({ key: 'f', label: 'Field', type, validation, required });

const sides = { options: ['long', 'short'] };

describe('an answer', () => {
  it.each([
    ['boolean', {}, true, true],
    ['boolean', {}, false, false],
    ['select', sides, 'long', 'long'],
    ['number', { min: 0, max: 2 }, 0, '0'],
    ['number', { min: 0, max: 2 }, '2.00', '2'],
    ['number', {}, '-0.1', '-0.1'],
    ['text', {}, '  After the open\n', 'After the open'],
    ['text', { regex: '^[A-Z]+$' }, ' SPX ', 'SPX'],
    ['rating', {}, 5, '5'],
    ['rating', {}, '4.0', '4'],
    ['rich_text', {}, 'Two\nlines', richTextOf('Two\nlines')],
  ])('to a %s field with %j, %j, is kept as %j', (type, validation, given, value) => {
    expect(answerTo(fieldOf(type, validation), given)).toEqual({ answered: true, value, problem: null });
  });

  it.each([
    ['boolean', {}, 'yes', 'type', 'Field: the answer is true or false.'],
    ['boolean', {}, 1, 'type', 'Field: the answer is true or false.'],
    ['select', sides, 'flat', 'option', 'Field: flat is not among the options.'],
    ['select', sides, 'x'.repeat(100), 'option', `Field: ${'x'.repeat(60)}… is not among the options.`],
    ['select', sides, ['long'], 'type', 'Field: the answer is one of the options.'],
    ['number', { min: 1 }, '0.9999', 'min', 'Field: must be at least 1; this is 0.9999.'],
    ['number', { max: 1 }, 1.1, 'max', 'Field: must be at most 1; this is 1.1.'],
    ['number', {}, '1e3', 'type', 'Field: write a plain decimal number such as -1.25.'],
    ['number', {}, Number.NaN, 'type', 'Field: write a plain decimal number such as -1.25.'],
    ['number', {}, true, 'type', 'Field: write a plain decimal number such as -1.25.'],
    ['rating', {}, 3.5, 'type', 'Field: a rating is a whole number; this is 3.5.'],
    ['rating', {}, 0, 'min', 'Field: must be at least 1; this is 0.'],
    ['rating', {}, 6, 'max', 'Field: must be at most 5; this is 6.'],
    ['text', {}, 'x'.repeat(2_001), 'length', 'Field: an answer has at most 2000 characters; this has 2001.'],
    ['text', { regex: '^[A-Z]+$' }, 'spx', 'regex', 'Field: does not look like ^[A-Z]+$, as was asked for.'],
    ['text', { regex: '^(a+)+$' }, `${'a'.repeat(1_999)}!`, 'regex', 'Field: does not look like ^(a+)+$, as was asked for.'],
    ['text', {}, 7, 'type', 'Field: must be text.'],
    ['text', {}, 'a\u0000', 'type', 'Field: must not contain control characters other than line ends and tabs.'],
    [
      'rich_text',
      {},
      { type: 'doc', content: [{ type: 'script' }] },
      'type',
      'Field: rich text is made of paragraphs, headings, blockquotes and lists.',
    ],
  ])('to a %s field with %j cannot be %j: %s', (type, validation, given, rule, sentence) => {
    expect(answerTo(fieldOf(type, validation), given)).toEqual({ answered: true, value: null, problem: { rule, sentence } });
  });

  it.each([
    ['boolean', {}, undefined],
    ['select', sides, ''],
    ['number', {}, null],
    ['number', {}, ' '],
    ['text', {}, ' \n'],
    ['rating', {}, ''],
    ['rich_text', {}, richTextOf('')],
    ['rich_text', {}, ''],
  ])('to a %s field with %j, %j, is none', (type, validation, given) => {
    expect(answerTo(fieldOf(type, validation), given)).toEqual({ answered: false, value: null, problem: null });
    expect(answerTo(fieldOf(type, validation, true), given).problem?.rule).toBe('required');
  });

  it('may be no where one is required', () => {
    expect(answerTo(fieldOf('boolean', {}, true), false).problem).toBeNull();
    expect(answerTo(fieldOf('boolean', {}, true), null).problem?.sentence).toBe('Field: say yes or no.');
  });
});
