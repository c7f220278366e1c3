import { Button } from '@taffrail/ui';

interface ShortButtonProps {
  /** What it does, in a word. */
  readonly short: string;
  /** And to what, for whoever does not see the line it stands in. */
  readonly name: string;
  readonly tone?: 'quiet';
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** One of many alike, each in the line of what it is about. */
export function ShortButton({ short, name, ...rest }: ShortButtonProps) {
  return (
    <Button {...rest}>
      <span aria-hidden>{short}</span>
      <span class="visually-hidden">{name}</span>
    </Button>
  );
}
