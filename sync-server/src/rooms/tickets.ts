import { randomBytes } from 'node:crypto';
import { addMs, isAfter, isRefusal, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { syncRefusals } from '@taffrail/sync';
import { accessRefusals, type Gate, type Inside } from '../http/index.ts';
import { limits } from './limits.ts';

export interface Ticket {
  readonly ticket: string;
  readonly expires_at: Instant;
}

/**
 * What lets a browser open one socket. Its cookie alone does not, because a browser sends that along for whatever page opens one, and a
 * socket takes no other header. In memory alone: after a restart whoever was about to connect asks again.
 */
export interface Tickets {
  issue(asker: Inside): Ticket | Refusal;
  /** Whoever asked for it, let in once more: what they were then they may be no longer. */
  spend(ticket: string, origin: string | undefined): Inside | Refusal;
}

interface Kept {
  readonly asker: Inside;
  readonly expiresAt: Instant;
}

const TICKET_BYTES = 32;

export function openTickets({ admitAgain }: Pick<Gate, 'admitAgain'>, now: () => Instant): Tickets {
  const kept = new Map<string, Kept>();

  function issue(asker: Inside): Ticket | Refusal {
    forgetExpired();
    if (kept.size >= limits.tickets || countOf(asker.principal.userId) >= limits.ticketsPerUser) {
      return syncRefusals.too_many_tickets({ retry_after_seconds: limits.ticketLastsMs / 1_000 });
    }
    const ticket = randomBytes(TICKET_BYTES).toString('base64url');
    const expiresAt = addMs(now(), limits.ticketLastsMs);
    kept.set(ticket, { asker, expiresAt });
    return { ticket, expires_at: expiresAt };
  }

  function countOf(userId: string): number {
    let count = 0;
    for (const { asker } of kept.values()) if (asker.principal.userId === userId) count++;
    return count;
  }

  /** All last equally long, so the first that is still good ends the search. */
  function forgetExpired(): void {
    for (const [ticket, { expiresAt }] of kept) {
      if (isAfter(expiresAt, now())) return;
      kept.delete(ticket);
    }
  }

  function spend(ticket: string, origin: string | undefined): Inside | Refusal {
    const found = kept.get(ticket);
    kept.delete(ticket);
    if (!found || !isAfter(found.expiresAt, now()) || found.asker.origin !== origin) return accessRefusals.ticket_needed();
    const inside = admitAgain(found.asker);
    return isRefusal(inside) ? accessRefusals.ticket_needed() : inside;
  }

  return { issue, spend };
}
