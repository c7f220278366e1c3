import type { BookEntry } from '@taffrail/replica';
import type { Me } from '../../app/index.ts';

/** A book one can open: on this device, on the server, or on both. */
export interface ShelvedBook {
  readonly key: string;
  readonly name: string;
  readonly entry: BookEntry | undefined;
  /** What one may do there; undefined where the server has no such book, or cannot be asked. */
  readonly role: Me['workspaces'][number]['role'] | undefined;
  readonly isOpen: boolean;
}

export function shelved(entries: readonly BookEntry[], workspaces: Me['workspaces'], openId: string | undefined): readonly ShelvedBook[] {
  const here = entries.map((entry) => ({
    key: entry.id,
    name: entry.name,
    entry,
    role: workspaces.find(({ id }) => id === entry.workspace_id)?.role,
    isOpen: entry.id === openId,
  }));
  const elsewhere = workspaces
    .filter(({ id }) => !entries.some(({ workspace_id }) => workspace_id === id))
    .map(({ id, role }) => ({ key: id, name: id, entry: undefined, role, isOpen: false }));
  return [...here, ...elsewhere];
}
