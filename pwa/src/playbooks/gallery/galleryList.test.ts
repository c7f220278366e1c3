import { gallery } from '@taffrail/domain/playbooks';
import { expect, test } from 'vitest';
import { galleryNotes } from '../../words/index.ts';

test('of each playbook of the gallery it is said what it is good for', () => {
  expect(gallery.map(({ name }) => name)).toEqual(Object.keys(galleryNotes));
});
