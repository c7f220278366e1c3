import { daysOfWeek, type Week, weekOf } from '@taffrail/domain/discipline';
import { EmptyState, ErrorState, IconButton, LinkButton, Page, Section, Skeleton, useFormats, useIsPhone } from '@taffrail/ui';
import { type PageProps, sentenceOf, useActions } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { reviews as words } from '../../words/index.ts';
import { BreachList } from '../breaches/dayBreaches.tsx';
import { ByRule } from './byRule.tsx';
import { Overrides } from './overrides.tsx';
import css from './reviews.module.css';
import { Sessions } from './sessions.tsx';
import { type Reviewed, useReview } from './useReview.ts';
import { Worth } from './worth.tsx';

/** What a week's discipline was worth: what was made by the rules, and what under a breach. */
export function ReviewPage({ params: { week } }: PageProps<'review'>) {
  return isWeek(week) ? <OneWeek week={week} /> : <NoWeek given={week} />;
}

/** A year has 52 weeks or 53; the last one of a year that has fewer is the first of the next. */
const isWeek = (text: string): boolean =>
  /^(?:19[7-9]\d|2[01]\d\d)-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text) && weekOf(daysOfWeek(text).first) === text;

const weekAfter = (week: Week, weeks: number): Week =>
  weekOf(
    Temporal.PlainDate.from(daysOfWeek(week).first)
      .add({ days: weeks * 7 })
      .toString(),
  );

function OneWeek({ week }: { readonly week: Week }) {
  const formats = useFormats();
  const { review, error } = useReview(week);
  const { first, last } = daysOfWeek(week);
  const number = String(Number(week.slice(6)));
  // On a phone the days beside it say the year.
  const title = useIsPhone() ? words.title(number) : words.titleInYear(number, week.slice(0, 4));
  const goTo = (weeks: number) => go(link('review', { week: weekAfter(week, weeks) }));
  useActions([
    { id: 'review.previous', label: words.previous, icon: 'chevronStart', keys: '[', run: () => goTo(-1) },
    { id: 'review.next', label: words.next, icon: 'chevronEnd', keys: ']', run: () => goTo(1) },
  ]);
  return (
    <Page
      title={title}
      beside={<span class={css.muted}>{words.between(formats.dayInYear(first), formats.day(last))}</span>}
      actions={
        <>
          <IconButton icon="chevronStart" directional label={words.previous} keys="[" onClick={() => goTo(-1)} />
          <IconButton icon="chevronEnd" directional label={words.next} keys="]" onClick={() => goTo(1)} />
          <IconButton icon="today" label={words.toThisWeek} onClick={() => go(link('reviews'))} />
        </>
      }
    >
      {error !== undefined && <ErrorState title={words.failed}>{sentenceOf(error)}</ErrorState>}
      {error === undefined && review === undefined && <Skeleton shape="card" count={3} />}
      {review !== undefined && <Review review={review} />}
    </Page>
  );
}

function Review({ review }: { readonly review: Reviewed }) {
  const { kept, broken, breaches, overrides, sessions } = review;
  if (kept.trades + broken.trades + breaches.length + overrides.length + sessions.length === 0) {
    return (
      <EmptyState icon="calendar" title={words.nothing}>
        {words.nothingMeaning}
      </EmptyState>
    );
  }
  return (
    <>
      <Worth review={review} />
      <div class={css.columns}>
        <div class={css.column}>
          {review.by_rule.length > 0 && <ByRule review={review} />}
          <Section title={words.sessions}>
            <Sessions sessions={sessions} />
          </Section>
        </div>
        <div class={css.column}>
          <Section title={words.breaches}>
            {breaches.length === 0 ? <p class={css.muted}>{words.allKept}</p> : <BreachList breaches={breaches} />}
          </Section>
          <Section title={words.overrides}>
            <Overrides overrides={overrides} />
          </Section>
        </div>
      </div>
    </>
  );
}

function NoWeek({ given }: { readonly given: string }) {
  return (
    <Page title={words.toThisWeek} measure="text">
      <p>{words.notAWeek(given)}</p>
      <p>
        <LinkButton href={link('reviews')} tone="primary">
          {words.toThisWeek}
        </LinkButton>
      </p>
    </Page>
  );
}
