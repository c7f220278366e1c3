import { PartsSetting, Toasts } from '@taffrail/ui';
import { render } from 'preact';
import { keepWorkerAwake } from '../app/index.ts';
import { parts, standing } from '../words/index.ts';
import { book, followBook } from './book.ts';
import { Panel } from './panel.tsx';
import { closeToast, toasts } from './toasts.ts';

const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();

export function startPanel(root: Element): void {
  followBook();
  keepWorkerAwake();
  render(<Framed />, root);
}

function Framed() {
  const now = book.value;
  return (
    <PartsSetting words={parts} locale={locale} zone={timeZone} hasServer={now.status === 'open' && now.entry.workspace_id !== null}>
      <Panel />
      <Toasts label={standing.messages} messages={toasts.value} onClose={closeToast} />
    </PartsSetting>
  );
}
