import type { Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ask, nextId } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import css from './begin.module.css';

/** The only thing a book needs before its first plan. Everything else about an account is set where there is more room. */
export function FirstAccount() {
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('USD');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function open(): Promise<void> {
    setRefusal(await ask({ kind: 'open_account', account_id: nextId(), name: name.trim(), currency: currency.trim().toUpperCase() }));
  }

  return (
    <form
      class={css.begin}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2>{words.noAccount}</h2>
      <TextField label={words.accountName} required maxLength={100} value={name} onChange={setName} />
      <TextField label={words.currency} required maxLength={3} autoCapitalize="characters" value={currency} onChange={setCurrency} />
      {refusal !== null && <Banner tone="breach">{refusal.sentence}</Banner>}
      <Button type="submit" tone="primary" wide>
        {words.openAccount}
      </Button>
    </form>
  );
}
