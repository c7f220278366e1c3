import { decimal, signOf, type Day } from '@taffrail/domain/kernel';
import type { PositionFacts } from '@taffrail/domain/tradelog';
import { Amount, ErrorState, PendingMark, Section, Skeleton, Timeline, useFormats, type TimelineEntry } from '@taffrail/ui';
import { sentenceOf, useLive, useReplica } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { journal } from '../../words/index.ts';
import { dayFacts, type DayFact } from './dayFacts.ts';
import { DayResult } from './dayResult.tsx';
import css from './day.module.css';

type Formats = ReturnType<typeof useFormats>;

/** The facts of a day beside its page. */
export function DayFactList({ day }: { readonly day: Day }) {
  const replica = useReplica();
  const formats = useFormats();
  const answer = useLive(['position', 'account'], () => dayFacts(replica, day), [day]);

  return (
    <Section title={journal.facts}>
      <DayResult day={day} />
      {answer.status === 'loading' && <Skeleton shape="row" count={3} />}
      {answer.status === 'failed' && <ErrorState title={journal.pageFailed}>{sentenceOf(answer.error)}</ErrorState>}
      {answer.status === 'ready' && answer.value.length === 0 && (
        <p class={css.muted}>
          {journal.noFacts} {journal.noFactsOtherwise}
        </p>
      )}
      {answer.status === 'ready' && answer.value.length > 0 && (
        <Timeline label={journal.facts} entries={answer.value.map((one) => entryOf(one, formats))} />
      )}
    </Section>
  );
}

function entryOf(one: DayFact, formats: Formats): TimelineEntry {
  const { fact, position } = one;
  return {
    key: fact.id,
    icon: fact.type === 'PositionClosed' ? 'check' : 'positions',
    time: (
      <>
        {formats.time(fact.occurred_at)} {!fact.on_server && <PendingMark />}
      </>
    ),
    title: <a href={link('position', { id: position.id })}>{titleOf(one, formats)}</a>,
    body: fact.type === 'FillRecorded' ? priceOf(one) : undefined,
  };
}

function titleOf({ fact, position: { symbol } }: DayFact, formats: Formats): string {
  if (fact.type === 'PositionCreated') return journal.planned(symbol);
  if (fact.type === 'PositionClosed') return journal.closed(symbol);
  if (fact.type === 'PositionReopened') return journal.reopened(symbol);
  if (fact.type === 'FillCorrected') return `${journal.corrected} ${symbol}`;
  const { quantity } = fact.payload as unknown as PositionFacts['FillRecorded'];
  const isSold = signOf(decimal(quantity)) < 0;
  return `${isSold ? journal.sold : journal.bought} ${formats.quantity(quantity.replace('-', ''))} ${symbol}`;
}

function priceOf({ fact, position }: DayFact) {
  const { price } = fact.payload as unknown as PositionFacts['FillRecorded'];
  return <Amount value={price} currency={position.currency} withCurrency />;
}
