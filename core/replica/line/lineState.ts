import type { Instant } from '@taffrail/domain/kernel';
import type { Reply } from './serverLine.ts';

/**
 * How things stand with the server, for the trader.
 * - `none`: this book belongs to no server.
 * - `connecting`, then `loading` where the book has to be fetched whole, then `following`.
 * - `offline`: it cannot be reached, or has asked to wait; tried again by itself.
 * - `signed_out`: waits until somebody has signed in.
 * - `revoked`: this device, or this member, is not let in any more.
 */
export type LineNow =
  | { readonly state: 'none' | 'connecting' | 'following' | 'signed_out' }
  | { readonly state: 'offline'; readonly sentence: string }
  | { readonly state: 'revoked'; readonly sentence: string }
  | { readonly state: 'loading'; readonly loaded: number };

export type LineState = LineNow & { readonly since: Instant };

export type ShutOut = Extract<LineState, { readonly state: 'revoked' }>;

/** How it stands after an attempt went like this. */
export function standingAfter(reply: Reply<unknown>): LineNow {
  if (reply.kind === 'signed_out') return { state: 'signed_out' };
  if (reply.kind === 'revoked' || reply.kind === 'later') {
    return { state: reply.kind === 'later' ? 'offline' : 'revoked', sentence: reply.sentence };
  }
  return reply.kind === 'refused' ? { state: 'offline', sentence: reply.refusal.sentence } : { state: 'connecting' };
}
