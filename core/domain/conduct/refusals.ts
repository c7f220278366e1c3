import { type Instant, type Json, refusalsFrom } from '../kernel/index.ts';

export const refusals = refusalsFrom({
  /** Names the first of what stands against it; `reasons` has all. */
  not_allowed_now: ({ sentence, clears_at }: { sentence: string; clears_at: Instant | null; reasons: readonly Json[] }) =>
    `${sentence} ${clears_at === null ? 'This does not clear by itself.' : `This clears at ${clears_at}.`} To go on all the same, override it and say why.`,
});
