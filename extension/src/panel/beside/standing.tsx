import { IconButton, useFormats, type Formats } from '@taffrail/ui';
import { browser } from 'wxt/browser';
import type { OpenBookNow } from '../../app/index.ts';
import { planned, standing as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import { PLANNED } from '../planned/plannedList.tsx';
import css from './beside.module.css';

/** In one line, whether the server has it all, what is planned, and the way to what is set up. */
export function Standing() {
  const now = useBook();
  const formats = useFormats();
  return (
    <header class={css.head}>
      <p role="status">{now.has_server ? told(now, formats) : words.here}</p>
      {now.planned.length > 0 && <a href={`#${PLANNED}`}>{planned.count(now.planned.length)}</a>}
      <IconButton icon="settings" label={words.settings} onClick={() => void browser.runtime.openOptionsPage()} />
    </header>
  );
}

function told({ line, waits }: OpenBookNow, formats: Formats): string {
  if (line.state === 'revoked') return words.revoked;
  if (line.state === 'loading') return words.loading(formats.count(line.loaded));
  const count = waits.commands + waits.files;
  const how = line.state === 'offline' ? words.offline : line.state === 'signed_out' ? words.signedOut : undefined;
  const what = count > 0 ? words.waiting(count) : undefined;
  return [how, what].filter((part) => part !== undefined).join(' · ') || (line.state === 'following' ? words.following : words.connecting);
}
