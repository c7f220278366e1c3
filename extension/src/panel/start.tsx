import { PartsSetting } from '@taffrail/ui';
import { render } from 'preact';
import { followBook } from './book.ts';
import { keepWorkerAwake } from '../app/index.ts';
import { parts } from '../words/index.ts';
import { Panel } from './panel.tsx';

export function startPanel(root: Element): void {
  followBook();
  keepWorkerAwake();
  render(
    <PartsSetting words={parts} locale={navigator.language} zone={new Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <Panel />
    </PartsSetting>,
    root,
  );
}
