import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import css from './field.module.css';

interface NotesProps {
  /** The field they stand below. */
  readonly of: string;
  readonly hint: ComponentChildren;
  readonly error: string | undefined;
}

/** What a field is described by. What is wrong is read out before how it is meant. */
export function describedBy({ of, hint, error }: NotesProps): string | undefined {
  return classes(error !== undefined && errorId(of), hint !== undefined && hintId(of));
}

/** What stands below a field: how it is meant, and what is wrong with it. */
export function Notes({ of, hint, error }: NotesProps) {
  return (
    <>
      {hint !== undefined && (
        <p id={hintId(of)} class={css.hint}>
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error !== undefined && (
          <p id={errorId(of)} class={css.error}>
            <Icon name="breach" />
            {error}
          </p>
        )}
      </div>
    </>
  );
}

const hintId = (of: string): string => `${of}-hint`;
const errorId = (of: string): string => `${of}-error`;
