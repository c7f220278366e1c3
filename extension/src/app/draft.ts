import type { Day, DecimalText, Id } from '@taffrail/domain/kernel';
import type { Value } from '@taffrail/domain/playbooks';

/** What was typed over what the ticket says, or because it says nothing. */
export interface Typed {
  readonly symbol?: string;
  readonly side?: 'buy' | 'sell';
  readonly kind?: 'stock' | 'future';
  readonly expiry?: Day;
  readonly multiplier?: DecimalText;
  readonly quantity?: DecimalText;
  readonly entry?: DecimalText;
  readonly stop?: DecimalText;
  readonly target?: DecimalText;
}

/** A plan that is being made. Nobody but this browser knows of it before it is armed. */
export interface Draft {
  readonly position_id: Id;
  readonly leg_id: Id;
  readonly book_id: Id;
  readonly account_id: Id | null;
  /** What the ticket was for when something was typed or answered: for another symbol it counts no more. */
  readonly about: string | null;
  readonly typed: Typed;
  /** Null as long as the fitting one is taken, `none` where none is wanted. */
  readonly playbook_id: Id | null;
  readonly answers: { readonly [key: string]: Value };
}
