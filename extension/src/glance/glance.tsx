import { Button } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { openPanel } from '../app/index.ts';
import { book } from '../panel/index.ts';
import { glance as words } from '../words/index.ts';
import css from './glance.module.css';
import { QuickEntry } from './quickEntry.tsx';

/** What the icon opens for whoever only looks, or has one line to write down. */
export function Glance() {
  const now = book.value;
  return (
    <main class={css.glance}>
      {now.status === 'open' && now.today && <QuickEntry today={now.today} />}
      {now.status === 'none' && <p>{words.noBook}</p>}
      <OpenPanel />
    </main>
  );
}

/** Which window this is has to be known before the click: browsers open a panel only while the click is being answered. */
function OpenPanel() {
  const [windowId, setWindow] = useState<number>();
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindow(id)), []);
  return (
    <Button wide disabled={windowId === undefined} onClick={() => windowId !== undefined && void openPanel(windowId).then(close)}>
      {words.openPanel}
    </Button>
  );
}
