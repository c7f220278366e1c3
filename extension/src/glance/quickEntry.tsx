import { verdictNow } from '@taffrail/domain/conduct';
import { calendarDayOf, isRefusal } from '@taffrail/domain/kernel';
import { arm, known } from '@taffrail/replica';
import { Badge, Button, TextField, useFormats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { readKept } from '../app/index.ts';
import { toast, useBook } from '../panel/index.ts';
import { glance as words } from '../words/index.ts';
import css from './glance.module.css';
import { quickTrade } from './quickWish.ts';

/** What may be done now, and a line for what was. */
export function QuickEntry() {
  const { replica } = useBook();
  const formats = useFormats();
  const [line, setLine] = useState('');
  const [accountId, setAccount] = useState<string>();
  useEffect(() => void readKept('account').then(setAccount), []);
  const { book, minute } = known(replica);
  const [standing, now] = [book.value, minute.value];
  const account = standing?.accounts.find(({ id }) => id === accountId) ?? standing?.accounts[0];
  if (standing === undefined || account === undefined) return null;

  const { next } = replica.ground.surroundings.ids;
  const verdict = verdictNow(standing, { now, account, intended: null, grade_cap_pct: null, halts: [] });
  const told = verdict.reasons.filter(({ effect }) => effect !== 'limits');
  const trade = quickTrade(line, calendarDayOf(now, account.zone), account.id, next);

  async function save(): Promise<void> {
    if (trade === undefined || account === undefined) return toast({ text: words.notRead, tone: 'breach' });
    const { wish, symbol, isFilled } = trade;
    const plan = { account_id: account.id, position_id: wish.aggregate_id, wishes: [wish] };
    const done = await arm(replica, plan, verdict, null);
    if (isRefusal(done)) return toast({ text: done.sentence, tone: 'breach' });
    setLine('');
    return toast({ text: isFilled ? words.recorded(symbol) : words.planned(symbol) });
  }

  return (
    <>
      <section aria-label={words.title}>
        <h1>{verdict.may_trade ? words.may : words.mayNot}</h1>
        {verdict.trades_left !== null && <Badge tone="accent">{words.left(formats.count(verdict.trades_left))}</Badge>}
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
