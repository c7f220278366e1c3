import type { Wish } from '@taffrail/domain/conduct';
import type { DecimalText, Id } from '@taffrail/domain/kernel';
import type { TicketReading } from '../brokers/index.ts';
import type { BookNow } from './bookNow.ts';
import type { Draft } from './draft.ts';
import type { PlanNow } from './planNow.ts';

/** A page that shows the book holds this line open, and with it the worker. */
export const BOOK_LINE = 'book';

/** What a page says on its line. */
export type Said =
  /** A worker that hears nothing is ended. */
  | { readonly kind: 'still_here' }
  /** Trying the server again makes sense now. */
  | { readonly kind: 'try_now' }
  /** What is planned now. From then on the page is told what is said to it, whenever that changes. */
  | ({ readonly kind: 'planning' } & Planning);

export interface Planning {
  readonly draft: Draft;
  readonly ticket: TicketReading | null;
}

/** What the worker tells a page on its line. */
export type Told = { readonly kind: 'book'; readonly book: BookNow } | { readonly kind: 'plan'; readonly plan: PlanNow };

/**
 * What pages ask of the worker. The answer is a refusal or nothing. Whoever gets no answer, because the worker was ended in the middle, asks the
 * same again: the ids are the page's, and what is in the book already is not done twice.
 */
export type Asked =
  | { readonly kind: 'pair'; readonly origin: string }
  | { readonly kind: 'stop_pairing' }
  | { readonly kind: 'begin_here' }
  | { readonly kind: 'take_off' }
  | { readonly kind: 'open_account'; readonly account_id: Id; readonly name: string; readonly currency: string }
  /** A trade that was typed in a line. */
  | { readonly kind: 'enter'; readonly account_id: Id; readonly wish: Wish }
  | ({ readonly kind: 'arm'; readonly override_reason: string | null; readonly picture: string | null } & Planning)
  /** So much of the one leg of a plan was filled at a price. */
  | { readonly kind: 'fill'; readonly position_id: Id; readonly fill_id: Id; readonly quantity: DecimalText; readonly price: DecimalText }
  /** A plan that came to nothing. */
  | { readonly kind: 'give_up'; readonly position_id: Id };

/** What the worker calls out to whatever page is open: keys were pressed that arm the plan, or a page may be looked at that could not be before. */
export interface Called {
  readonly kind: 'arm_plan' | 'look_again';
}
