import type { Field, PlaybookVersion } from '@taffrail/domain/playbooks';
import { expect, it } from 'vitest';
import { listedFields } from './listedFields.ts';

const field = (key: string, more: Partial<Field> = {}) => ({ key, label: key, type: 'boolean', validation: {}, ...more }) as Field;
const choice = (key: string, ...options: readonly string[]) =>
  field(key, { type: 'select', validation: { options } as Field['validation'] });
const version = (...fields: readonly Field[]) => ({ content: { fields } }) as unknown as PlaybookVersion;

const saidOf = (fields: readonly Field[]) => fields.map(({ key, label }) => [key, label]);

it('what the latest version asks comes first, in its order and its words', () => {
  const versions = [version(field('b', { label: 'Base, five days' }), field('a')), version(field('a'), field('b'))];
  expect(saidOf(listedFields(versions))).toEqual([
    ['b', 'Base, five days'],
    ['a', 'a'],
  ]);
});

it('what was asked once stays, in the words it had last', () => {
  const versions = [version(field('a')), version(field('gap', { label: 'Gap up' })), version(field('gap', { label: 'Gap' }))];
  expect(saidOf(listedFields(versions))).toEqual([
    ['a', 'a'],
    ['gap', 'Gap up (no longer asked)'],
  ]);
});

it('a choice that was taken out can still be asked for', () => {
  const [side] = listedFields([version(choice('side', 'Long', 'Flat')), version(choice('side', 'Long', 'Short'))]);
  expect(side?.validation.options).toEqual(['Long', 'Flat', 'Short']);
});

it('what was written in words is no part of it, whichever version asked', () =>
  expect(listedFields([version(field('why', { type: 'rich_text' })), version(field('note', { type: 'text' }))])).toEqual([]));
