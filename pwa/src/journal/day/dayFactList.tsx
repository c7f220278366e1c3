import { decimal, signOf, type Day } from '@taffrail/domain/kernel';
import type { Position, PositionFacts } from '@taffrail/domain/tradelog';
import type { DeviceFact } from '@taffrail/replica';
import { ErrorState, PendingMark, Section, Skeleton, Timeline, useFormats, type IconName, type TimelineEntry } from '@taffrail/ui';
import { contractName, sentenceOf, useLive, useReplica } from '../../app/index.ts';
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
  const { fact, position, undone } = one;
  return {
    key: fact.id,
    icon: icons[fact.type] ?? 'positions',
    time: (
      <>
        {formats.time(fact.occurred_at)} {!fact.on_server && <PendingMark />}
      </>
    ),
    title: <a href={link('position', { id: position.id })}>{titleOf(one, formats)}</a>,
    body: bodyOf(fact, formats),
    undone,
  };
}

const icons: { readonly [type: string]: IconName } = { PositionCreated: 'edit', FillCorrected: 'refresh', PositionClosed: 'check' };

function titleOf({ fact, position }: DayFact, formats: Formats): string {
  const { symbol } = position;
  if (fact.type === 'PositionCreated') return journal.planned(symbol);
  if (fact.type === 'PositionClosed') return position.opened_at === null ? journal.givenUp(symbol) : journal.closed(symbol);
  if (fact.type === 'PositionReopened') return journal.reopened(symbol);
  if (fact.type === 'FillCorrected') return journal.corrected(contractOf(fact, position, formats));
  const { quantity } = fact.payload as unknown as PositionFacts['FillRecorded'];
  return `${sided(quantity, formats)} ${contractOf(fact, position, formats)}`;
}

/** Two legs of one symbol are told apart by what they are. */
function contractOf({ payload }: DeviceFact, { symbol, legs, fills }: Position, formats: Formats): string {
  const told = payload as unknown as PositionFacts['FillRecorded' | 'FillCorrected'];
  const legId = 'leg_id' in told ? told.leg_id : fills.find(({ id }) => id === told.fill_id)?.leg_id;
  const leg = legs.find(({ id }) => id === legId);
  return leg === undefined ? symbol : contractName(leg, formats);
}

function bodyOf({ type, payload }: DeviceFact, formats: Formats): string | undefined {
  if (type !== 'FillRecorded' && type !== 'FillCorrected') return undefined;
  const { quantity, price } = payload as unknown as PositionFacts['FillRecorded' | 'FillCorrected'];
  const at = price === null ? undefined : `${journal.at} ${formats.price(price)}`;
  return type === 'FillRecorded' ? at : [sided(quantity, formats), at].filter(Boolean).join(' ');
}

function sided(quantity: string, formats: Formats): string {
  const isSold = signOf(decimal(quantity)) < 0;
  return `${isSold ? journal.sold : journal.bought} ${formats.quantity(quantity.replace('-', ''))}`;
}
