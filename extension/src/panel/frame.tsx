import { parts } from '@taffrail/face/words';
import { PartsSetting, Toasts } from '@taffrail/ui';
import { render, type ComponentChildren } from 'preact';
import { standing } from '../words/index.ts';
import './narrow.css';
import { book, followBook } from './book.ts';
import { closeToast, toasts } from './toasts.ts';

const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();

/** Puts a page of the extension on the screen, with a line to the book behind it. */
export function show(page: ComponentChildren, root: Element): void {
  followBook();
  render(<Framed>{page}</Framed>, root);
}

function Framed({ children }: { readonly children: ComponentChildren }) {
  const now = book.value;
  return (
    <PartsSetting words={parts} locale={locale} zone={timeZone} hasServer={now.status === 'open' && now.has_server}>
      {children}
      <Toasts label={standing.messages} messages={toasts.value} onClose={closeToast} />
    </PartsSetting>
  );
}
