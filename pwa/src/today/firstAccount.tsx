import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, LinkButton, Page, Select, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useBook } from '../app/index.ts';
import { go, link } from '../routes/index.ts';
import { usualTerms } from '../tradelog/index.ts';
import { today as words } from '../words/index.ts';
import css from './today.module.css';

const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY', 'HKD', 'INR', 'SEK', 'NOK', 'PLN', 'BRL'] as const;

/** The only thing a book needs before its first trade. All of it is guessed, so one tap may be enough. */
export function FirstAccount() {
  const { replica, entry } = useBook();
  const [terms, setTerms] = useState(usualTerms);
  const [refusal, setRefusal] = useState<Refusal>();
  const currencies = [...new Set([terms.currency, ...CURRENCIES, ...Intl.supportedValuesOf('currency')])];

  async function open(): Promise<void> {
    const { name, broker, ...rest } = terms;
    const payload = { ...rest, name: name.trim(), broker: broker.trim() || name.trim() };
    const answer = await replica.dispatch({ type: 'OpenAccount', aggregate_id: replica.ground.surroundings.ids.next(), payload });
    if (isRefusal(answer)) setRefusal(answer);
    else go(link('firstRules'));
  }

  return (
    <Page title={words.firstTitle} measure="text">
      <p>{words.firstMeaning}</p>
      <form
        class={css.first}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <div class={css.pair}>
          <TextField
            label={words.accountName}
            maxLength={100}
            required
            value={terms.name}
            onChange={(name) => setTerms({ ...terms, name })}
          />
          <TextField
            label={words.broker}
            optional
            maxLength={100}
            value={terms.broker}
            onChange={(broker) => setTerms({ ...terms, broker })}
          />
        </div>
        <div class={css.pair}>
          <Select
            label={words.currency}
            hint={words.currencyHint}
            value={terms.currency}
            choices={currencies.map((value) => ({ value, label: value }))}
            onChange={(currency) => setTerms({ ...terms, currency })}
          />
          <Select
            label={words.zone}
            hint={words.zoneHint}
            value={terms.zone}
            choices={[...new Set([terms.zone, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value }))}
            onChange={(zone) => setTerms({ ...terms, zone })}
          />
        </div>
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
        <Button type="submit" tone="primary" wide>
          {words.firstAction}
        </Button>
        {entry.workspace_id === null && (
          <LinkButton tone="quiet" wide href={link('sample')}>
            {words.sampleInstead}
          </LinkButton>
        )}
      </form>
    </Page>
  );
}
