import type { LineState, Waiting } from '@taffrail/replica';
import { IconButton, useFormats, type Formats } from '@taffrail/ui';
import { browser } from 'wxt/browser';
import { standing as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import css from './beside.module.css';

/** In one line, whether the server has it all, and the way to what is set up. */
export function Standing() {
  const { entry, replica } = useBook();
  const formats = useFormats();
  return (
    <header class={css.head}>
      <p role="status">{entry.workspace_id === null ? words.here : told(replica.line.value, replica.waiting.value, formats)}</p>
      <IconButton icon="settings" label={words.settings} onClick={() => void browser.runtime.openOptionsPage()} />
    </header>
  );
}

function told(line: LineState, { commands, files }: Waiting, formats: Formats): string {
  if (line.state === 'revoked') return words.revoked;
  if (line.state === 'loading') return words.loading(formats.count(line.loaded));
  const waits = commands + files;
  const how = line.state === 'offline' ? words.offline : line.state === 'signed_out' ? words.signedOut : undefined;
  const what = waits > 0 ? words.waiting(waits) : undefined;
  return [how, what].filter((part) => part !== undefined).join(' · ') || (line.state === 'following' ? words.following : words.connecting);
}
