import { expect, it } from 'vitest';
import { shelved } from './shelved.ts';

const entry = (id: string, workspaceId: string | null) => ({
  id,
  name: `Book ${id}`,
  made_at: '2026-11-20T10:00:00.000Z',
  workspace_id: workspaceId,
  is_sample: false,
});

it('a book that is on the device and on the server stands there once', () => {
  const books = shelved(
    [entry('a', null), entry('b', 'main')],
    [
      { id: 'main', role: 'owner' },
      { id: 'swing', role: 'viewer' },
    ],
    'b',
  );
  expect(books.map(({ key, role, isOpen }) => ({ key, role, isOpen }))).toEqual([
    { key: 'a', role: undefined, isOpen: false },
    { key: 'b', role: 'owner', isOpen: true },
    { key: 'swing', role: 'viewer', isOpen: false },
  ]);
});
