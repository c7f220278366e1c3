import { Banner, Button, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Asked } from '../../app/index.ts';
import { pairing as words } from '../../words/index.ts';
import { beginHere, pairing } from '../book.ts';
import css from './begin.module.css';
import { originIn, permissionFor } from './address.ts';

/** The first thing anybody sees: a server of their own, or none. */
export function Begin() {
  const now = pairing.value;
  const [address, setAddress] = useState(now?.origin ?? '');
  const [problem, setProblem] = useState<string>();

  /** The browser asks about a permission only while a click is being answered. */
  async function pair(): Promise<void> {
    const origin = originIn(address);
    if (origin === undefined) return setProblem(words.notAnAddress);
    const isAllowed = await browser.permissions.request({ origins: [permissionFor(origin)] });
    setProblem(isAllowed ? undefined : words.notAllowed);
    if (isAllowed) await browser.runtime.sendMessage({ kind: 'pair', origin } satisfies Asked);
  }

  return (
    <main class={css.begin}>
      <h1>{words.title}</h1>
      <p>{words.meaning}</p>
      {now?.state === 'failed' && <Banner tone="breach">{now.sentence}</Banner>}
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void pair();
        }}
      >
        <TextField
          label={words.address}
          hint={words.addressHint}
          error={problem}
          autocomplete="url"
          autoCapitalize="none"
          spellcheck={false}
          value={address}
          onChange={setAddress}
        />
        <Button tone="primary" wide type="submit" busy={now?.state === 'asking'}>
          {words.pair}
        </Button>
      </form>
      <Button wide onClick={() => void beginHere()}>
        {words.here}
      </Button>
    </main>
  );
}
