import type { Refusal } from '@taffrail/domain/kernel';
import { Banner, Button } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import css from './form.module.css';

interface DoorFormProps {
  readonly submit: string;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

export function DoorForm({ submit, isBusy, refusal, onSubmit, children }: DoorFormProps) {
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      <Button type="submit" tone="primary" wide busy={isBusy}>
        {submit}
      </Button>
    </form>
  );
}
