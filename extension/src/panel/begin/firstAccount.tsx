import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ticket as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import css from './begin.module.css';

/** The only thing a book needs before its first plan. Everything else about an account is set where there is more room. */
export function FirstAccount() {
  const { replica } = useBook();
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('USD');
  const [refusal, setRefusal] = useState<Refusal>();

  async function open(): Promise<void> {
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    const payload = { name: name.trim(), broker: name.trim(), currency: currency.trim().toUpperCase(), zone };
    const done = await replica.dispatch({ type: 'OpenAccount', aggregate_id: replica.ground.surroundings.ids.next(), payload });
    setRefusal(isRefusal(done) ? done : undefined);
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
      {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      <Button type="submit" tone="primary" wide>
        {words.openAccount}
      </Button>
    </form>
  );
}
