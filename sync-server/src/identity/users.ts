import type { Id } from '@taffrail/domain/kernel';
import type { Registry } from './registry.ts';

export interface User {
  readonly id: Id;
  readonly name: string;
  readonly password_hash: string;
}

/** Two names that differ in case or in how a letter is composed would be taken for one by people. */
export const nameKeyOf = (name: string): string => name.normalize('NFKC').toLowerCase();

export function addUser({ sql, now, newId }: Registry, name: string, passwordHash: string): User {
  const user = { id: newId(), name, password_hash: passwordHash };
  sql.run(
    'INSERT INTO user (id, name, name_key, password_hash, created_at) VALUES (?, ?, ?, ?, ?)',
    user.id,
    name,
    nameKeyOf(name),
    passwordHash,
    now(),
  );
  return user;
}

export const userNamed = ({ sql }: Registry, name: string): User | undefined =>
  sql.all<User>('SELECT id, name, password_hash FROM user WHERE name_key = ?', nameKeyOf(name))[0];

export const userOf = ({ sql }: Registry, id: Id): User | undefined =>
  sql.all<User>('SELECT id, name, password_hash FROM user WHERE id = ?', id)[0];

export const hasUsers = ({ sql }: Registry): boolean => sql.all('SELECT 1 AS found FROM user LIMIT 1').length > 0;

export function setPassword({ sql }: Registry, id: Id, passwordHash: string): void {
  sql.run('UPDATE user SET password_hash = ? WHERE id = ?', passwordHash, id);
}
