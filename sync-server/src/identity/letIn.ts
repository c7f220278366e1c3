import { addMs, isAfter, isRefusal, type Id, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { audit } from './audit.ts';
import { removeAuthenticator } from './authenticator.ts';
import { identityRefusals } from './refusals.ts';
import type { Registry } from './registry.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { setPassword, userOf, type User } from './users.ts';

const GOOD_FOR_MINUTES = 15;

/**
 * For somebody who has lost what shows who they are, by whoever sits at the machine. One at a time: a newer one takes the
 * place of the one before.
 */
export function offerLetIn(registry: Registry, userId: Id, address: string): { readonly secret: string; readonly expires_at: Instant } {
  const { sql, now } = registry;
  const secret = newSecret();
  const expires_at = addMs(now(), GOOD_FOR_MINUTES * 60_000);
  sql.transaction(() => {
    sql.run(
      `INSERT INTO let_in (user_id, secret_hash, expires_at) VALUES (?, ?, ?)
       ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash, expires_at = excluded.expires_at`,
      userId,
      hashOfSecret(secret),
      expires_at,
    );
    audit(registry, { type: 'let_in_offered', user_id: userId, address, details: { expires_at } });
  });
  return { secret, expires_at };
}

/** Whom a secret lets in, if anybody; asked before work is put into it as well. */
export function personLetIn({ sql, now }: Registry, secret: string): Id | Refusal {
  const [row] = sql.all<{ user_id: Id; expires_at: Instant }>(
    'SELECT user_id, expires_at FROM let_in WHERE secret_hash = ?',
    hashOfSecret(secret),
  );
  return row && isAfter(row.expires_at, now()) ? row.user_id : identityRefusals.let_in_over({ minutes: GOOD_FOR_MINUTES });
}

/** The password is a new one, and no code is asked for any more: whoever lost the one has often lost the other as well. */
export function letIn(registry: Registry, secret: string, passwordHash: string, address: string): User | Refusal {
  const { sql } = registry;
  return sql.transaction(() => {
    const userId = personLetIn(registry, secret);
    if (isRefusal(userId)) return userId;
    sql.run('DELETE FROM let_in WHERE user_id = ?', userId);
    setPassword(registry, userId, passwordHash);
    removeAuthenticator(registry, userId);
    audit(registry, { type: 'let_in_used', user_id: userId, address });
    return userOf(registry, userId) as User;
  });
}
