import type { Reply } from './client.ts';

/** What is wrong with an answer that should be a problem of this status with a sentence in it; nothing when it is one. */
export function notTheProblem(status: number, reply: Reply): string | undefined {
  const { detail } = (reply.body ?? {}) as { detail?: unknown };
  const isProblem = String(reply.headers['content-type']).startsWith('application/problem+json') && typeof detail === 'string';
  return reply.status === status && isProblem ? undefined : `expected a problem ${status} with a sentence, got ${replyText(reply)}`;
}

export const replyText = ({ status, body }: Reply): string => `${status}: ${JSON.stringify(body)}`;

/** Of what share of the requests were answered within how long, in milliseconds. */
export function percentileMs(replies: readonly Pick<Reply, 'elapsedMs'>[], share: number): number {
  const sorted = replies.map(({ elapsedMs }) => elapsedMs).toSorted((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
}
