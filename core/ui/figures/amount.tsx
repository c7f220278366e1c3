import type { DecimalText } from '@taffrail/domain/kernel';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import { useFormats, usePartWords } from '../setting/setting.tsx';
import css from './figure.module.css';

interface AmountProps {
  /** Nothing where the figure cannot be known. */
  readonly value: DecimalText | null | undefined;
  readonly currency: string;
  /** Where the figure stands alone; a column states its currency once, in its heading. */
  readonly withCurrency?: boolean;
  /** Money made or lost: coloured, signed and with an arrow, because a colour alone says nothing to many. */
  readonly result?: boolean;
  readonly large?: boolean;
  /** A result in a few characters, by its sign and its colour; what is around it says the whole of it. */
  readonly brief?: boolean;
  /** Why there is no figure. */
  readonly note?: string | undefined;
}

export function Amount({ value, currency, withCurrency = false, result = false, large = false, brief = false, note }: AmountProps) {
  const formats = useFormats();
  if (value === null || value === undefined) return <Unknown note={note} large={large} />;
  if (brief) return <Figure text={formats.brief(value)} direction={directionOf(value)} large={large} isPlain />;
  const text = formats.amount(value, currency, { currency: withCurrency, signed: result });
  return <Figure text={text} direction={result ? directionOf(value) : 0} large={large} />;
}

interface RMultipleProps {
  readonly value: DecimalText | null | undefined;
  readonly large?: boolean;
  readonly note?: string | undefined;
}

export function RMultiple({ value, large = false, note }: RMultipleProps) {
  const formats = useFormats();
  if (value === null || value === undefined) return <Unknown note={note} large={large} />;
  return <Figure text={formats.multiple(value)} direction={directionOf(value)} large={large} />;
}

interface FigureProps {
  readonly text: string;
  readonly direction: -1 | 0 | 1;
  readonly large: boolean;
  /** Without an arrow, where its sign has to do. */
  readonly isPlain?: boolean;
}

function Figure({ text, direction, large, isPlain = false }: FigureProps) {
  return (
    <span class={classes(css.figure, large && css.large, direction > 0 && css.gain, direction < 0 && css.loss)} dir="ltr">
      {direction !== 0 && !isPlain && <Icon name={direction > 0 ? 'up' : 'down'} />}
      <span>{text}</span>
    </span>
  );
}

function Unknown({ note, large }: { readonly note: string | undefined; readonly large: boolean }) {
  const words = usePartWords();
  return (
    <span class={classes(css.figure, css.unknown, large && css.large)} title={note}>
      <span aria-hidden>{'\u2013'}</span>
      <span class="visually-hidden">{note ?? words.unknownFigure}</span>
    </span>
  );
}

function directionOf(value: DecimalText): -1 | 0 | 1 {
  if (value.startsWith('-')) return -1;
  return /[1-9]/.test(value) ? 1 : 0;
}
