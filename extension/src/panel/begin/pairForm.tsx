import { Banner, Button, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../app/index.ts';
import { pairing as words } from '../../words/index.ts';
import { pairing } from '../book.ts';
import { originIn, permissionFor } from './address.ts';
import css from './begin.module.css';

/** Asks for the address of a server, and the browser for leave to talk to it. */
export function PairForm() {
  const now = pairing.value;
  const [address, setAddress] = useState(now?.origin ?? '');
  const [problem, setProblem] = useState<string>();

  /** The browser asks about a permission only while a click is being answered. */
  async function pair(): Promise<void> {
    const origin = originIn(address);
    if (origin === undefined) return setProblem(words.notAnAddress);
    const isAllowed = await browser.permissions.request({ origins: [permissionFor(origin)] });
    setProblem(isAllowed ? undefined : words.notAllowed);
    if (isAllowed) await ask({ kind: 'pair', origin });
  }

  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void pair();
      }}
    >
      {now?.state === 'failed' && <Banner tone="breach">{now.sentence}</Banner>}
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
  );
}
