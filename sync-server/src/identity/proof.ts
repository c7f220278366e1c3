import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { accessRefusals } from '../http/index.ts';
import { audit } from './audit.ts';
import { checkCode, type CodeCheck } from './authenticator.ts';
import { networkOf } from './network.ts';
import type { Tools } from './tools.ts';
import { nameKeyOf, userNamed, type User } from './users.ts';

/** What checks passwords, and how often it is asked. */
export type Proofs = Pick<Tools, 'passwords' | 'attempts'>;

export interface Proof {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** Whether somebody is who they say. A name nobody has takes as long, and gets the same answer, as a wrong password. */
export async function prove(
  { registry, passwords, attempts }: Tools,
  { name, password, code }: Proof,
  address: string,
): Promise<User | Refusal> {
  const attempt = attempts.begin([`account ${nameKeyOf(name)}`, `network ${networkOf(address)}`]);
  if (isRefusal(attempt)) return attempt;
  const user = userNamed(registry, name);
  const isRight = await passwords.isRight(password, user?.password_hash);
  if (isRefusal(isRight)) {
    attempt.forgive();
    return isRight;
  }
  const checked: CodeCheck = isRight && user ? checkCode(registry, user.id, code, address) : 'wrong';
  if (checked === 'wrong' || !user) {
    // A name nobody has is not written down: people type passwords into the wrong field.
    audit(registry, { type: 'sign_in_failed', user_id: user?.id, address });
    return accessRefusals.sign_in_failed();
  }
  // It counts as an attempt: what was sent was no recovery code either.
  if (checked === 'sealed') return accessRefusals.code_not_checkable();
  attempt.forgive();
  return checked === 'needed' ? accessRefusals.code_needed() : user;
}
