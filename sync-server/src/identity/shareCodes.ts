import { randomBytes } from 'node:crypto';
import { isRefusal, kernelRefusals, type Id, type Instant, type Json, type Refusal } from '@taffrail/domain/kernel';
import type { Inside } from '../http/index.ts';
import { networkOf } from './network.ts';
import type { Tools } from './tools.ts';

/** Something of a book that others may have, as it was when it was shared. */
export interface Shared {
  readonly code: string;
  readonly content: Json;
  readonly shared_at: Instant;
  /** How often others have taken it. */
  readonly uses: number;
}

type Sharer = Pick<Inside, 'workspaceId' | 'principal'>;
type Taker = Pick<Inside, 'address' | 'principal'>;

/** Codes by which one book passes something on to others. They are no part of a book: whoever takes one has no right to look into it. */
export interface ShareCodes {
  /** Shared again, it is passed on as it is now, under the code it has. */
  share(sharer: Sharer, subjectId: Id, content: Json): Shared;
  /** False where it was not shared. */
  revoke(workspaceId: string, subjectId: Id): boolean;
  of(workspaceId: string, subjectId: Id): Shared | undefined;
  /** Looking for codes that there are not is a failure to show something, and soon comes to an end. */
  find(taker: Taker, code: string): Shared | Refusal;
  used(code: string): void;
}

/** 80 bits in letters and digits that nobody mistakes for each other: guessing finds none, and one can be read out. */
const CODE_BYTES = 10;
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

interface Row extends Omit<Shared, 'content'> {
  readonly content: string;
}

export function openShareCodes({ registry, attempts }: Pick<Tools, 'registry' | 'attempts'>): ShareCodes {
  const { sql, now } = registry;
  const rowIn = (where: string, ...given: readonly string[]): Shared | undefined => {
    const [row] = sql.all<Row>(`SELECT code, content, shared_at, uses FROM share_code WHERE ${where}`, ...given);
    return row && { ...row, content: JSON.parse(row.content) as Json };
  };
  const of = (workspaceId: string, subjectId: Id): Shared | undefined =>
    rowIn('workspace_id = ? AND subject_id = ?', workspaceId, subjectId);

  return {
    of,
    share({ workspaceId, principal: { userId } }, subjectId, content) {
      const shared = { code: of(workspaceId, subjectId)?.code ?? newCode(), content, shared_at: now() };
      sql.run(
        `INSERT INTO share_code (code, workspace_id, subject_id, content, shared_by, shared_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (workspace_id, subject_id) DO UPDATE SET content = excluded.content, shared_by = excluded.shared_by,
           shared_at = excluded.shared_at`,
        shared.code,
        workspaceId,
        subjectId,
        JSON.stringify(content),
        userId,
        shared.shared_at,
      );
      return of(workspaceId, subjectId) ?? { ...shared, uses: 0 };
    },
    revoke(workspaceId, subjectId) {
      const found = of(workspaceId, subjectId) !== undefined;
      sql.run('DELETE FROM share_code WHERE workspace_id = ? AND subject_id = ?', workspaceId, subjectId);
      return found;
    },
    find({ address, principal: { userId } }, code) {
      const attempt = attempts.begin([`share code ${userId}`, `share code from ${networkOf(address)}`]);
      if (isRefusal(attempt)) return attempt;
      const found = rowIn('code = ?', code.toLowerCase());
      if (found === undefined) return kernelRefusals.not_found({ noun: 'shared template', id: code });
      attempt.forgive();
      return found;
    },
    used: (code) => sql.run('UPDATE share_code SET uses = uses + 1 WHERE code = ?', code),
  };
}

/** Five bits a letter. */
function newCode(): string {
  const bits = [...randomBytes(CODE_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => LETTERS[Number.parseInt(five, 2)] ?? '');
}
