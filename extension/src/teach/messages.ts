import type { Adapter, FieldName, FieldReading } from '../brokers/index.ts';

/** A panel that teaches opens this port; the page answers what was pointed at. */
export const TEACH_PORT = 'taffrail.teach';

/** A side that is chosen with two buttons is pointed at twice: at each of them. */
export type PointedAt = 'ticket' | FieldName | 'other_side' | 'submit';

/** What to point at next, and what has been learnt so far; nothing before the ticket. */
export interface ToTeach {
  readonly kind: 'point';
  readonly at: PointedAt;
  readonly lesson: Adapter | null;
}

export type FromTeach =
  | {
      readonly kind: 'learnt';
      readonly at: PointedAt;
      readonly lesson: Adapter;
      readonly reading: FieldReading | null;
      readonly wants: 'other_side' | null;
    }
  | { readonly kind: 'not_learnt'; readonly at: PointedAt; readonly why: NotLearnt }
  | { readonly kind: 'given_up'; readonly at: PointedAt };

export type NotLearnt =
  /** What was pointed at lies outside the ticket. */
  | 'outside_the_ticket'
  /** A password or a card. */
  | 'private'
  /** No way to find it again is certain. */
  | 'not_found_again'
  /** It does not say which side it is. */
  | 'no_side'
  /** It is found again, and cannot be read as this. */
  | 'not_read';
