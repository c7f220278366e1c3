import type { Field, Value } from '@taffrail/domain/playbooks';
import type { ComponentChildren } from 'preact';

/** What every control of an answer is given. */
export interface AnswerProps {
  readonly field: Field;
  readonly answer: Value | undefined;
  /** Undefined takes the answer back. */
  readonly onAnswer: (answer: Value | undefined) => void;
  readonly error: string | undefined;
}

/** Draws where rich text is written, with what is wrong with it. */
export type Writing = (field: Field, error: string | undefined) => ComponentChildren;
