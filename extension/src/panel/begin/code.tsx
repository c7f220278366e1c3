import { Button } from '@taffrail/ui';
import { browser } from 'wxt/browser';
import { ask, type Pairing } from '../../app/index.ts';
import { pairing as words } from '../../words/index.ts';
import css from './begin.module.css';

/** What is typed where the trader is signed in. */
export function Code({ waiting }: { readonly waiting: Extract<Pairing, { state: 'waiting' }> }) {
  return (
    <main class={css.begin}>
      <h1>{words.codeTitle}</h1>
      <p>{words.codeMeaning}</p>
      <p class={css.code}>
        <output aria-label={words.codeTitle}>{waiting.user_code}</output>
      </p>
      <Button tone="primary" wide onClick={() => void browser.tabs.create({ url: waiting.verification_uri })}>
        {words.openPage}
      </Button>
      <p role="status">{words.waiting}</p>
      <Button wide onClick={() => void ask({ kind: 'stop_pairing' })}>
        {words.cancel}
      </Button>
    </main>
  );
}
