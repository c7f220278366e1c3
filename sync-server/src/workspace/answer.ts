import type { Fact, Instant, Json } from '@taffrail/domain/kernel';

/** What became of a command. `duplicate` is `accepted` told again: same facts, same version, same time. */
export type Answer =
  | {
      readonly outcome: 'accepted' | 'duplicate';
      readonly command_id: string;
      readonly recorded_at: Instant;
      /** The version its aggregate had reached. */
      readonly version: number;
      readonly facts: readonly Fact[];
    }
  | {
      readonly outcome: 'refused';
      readonly command_id: string;
      readonly code: string;
      readonly sentence: string;
      readonly details: { readonly [key: string]: Json };
    };
