import { Badge, Button, TextField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { ask, nextId, type OpenBookNow } from '../app/index.ts';
import { toast } from '../panel/index.ts';
import { answer, glance as words } from '../words/index.ts';
import css from './glance.module.css';
import { quickTrade } from './quickWish.ts';

/** What may be done now, and a line for what was. */
export function QuickEntry({ today }: { readonly today: NonNullable<OpenBookNow['today']> }) {
  const formats = useFormats();
  const [line, setLine] = useState('');
  const { account_id, day, may_trade, trades_left, reasons } = today;
  const told = reasons.filter(({ effect }) => effect !== 'limits');
  const trade = quickTrade(line, day, account_id, nextId);

  async function save(): Promise<void> {
    if (trade === undefined) return toast({ text: words.notRead, tone: 'breach' });
    const { wish, symbol, isFilled } = trade;
    const refused = await ask({ kind: 'enter', account_id, wish });
    if (refused !== null) return toast({ text: refused.sentence, tone: 'breach' });
    setLine('');
    return toast({ text: isFilled ? words.recorded(symbol) : words.planned(symbol) });
  }

  return (
    <>
      <section aria-label={words.title}>
        <h1>{may_trade ? answer.may : answer.mayNot}</h1>
        {trades_left !== null && <Badge tone="accent">{answer.left(formats.count(trades_left))}</Badge>}
        <ul class={css.reasons}>
          {told.map(({ rule, sentence }) => (
            <li key={`${rule} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </section>
      <form
        class={css.line}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={words.line} hint={words.lineHint} autocomplete="off" spellcheck={false} value={line} onChange={setLine} />
        <Button type="submit" tone="primary" wide>
          {trade?.isFilled === true ? words.record : words.plan}
        </Button>
      </form>
    </>
  );
}
